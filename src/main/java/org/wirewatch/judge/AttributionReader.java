package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Attribution;
import org.wirewatch.model.Field;
import org.wirewatch.model.Source;
import org.wirewatch.pack.Organisation;
import org.wirewatch.pack.Organisations;
import org.wirewatch.text.Folding;
import org.wirewatch.text.Tokens;

/**
 * Finds who an item says first reported what it tells: "citing the Miami Herald", "as The New York
 * Times reported", "told Reuters". Only news organisations count, those of the pack and those that
 * their name gives away.
 */
final class AttributionReader {
  /** How many words may stand between the cue and the name. */
  private static final int NEAR = 3;

  /** Chinese and Japanese have a token for each character. */
  private static final int CHARACTERS_A_WORD = 3;

  /** Languages whose verb ends the sentence: what an outlet at its head did stands there. */
  private static final Set<String> VERB_LAST = Set.of("ja", "ko", "tr", "hi", "fa");

  /** Attribution in so many opening sentences makes the item another's report. */
  private static final int OPENING = 2;

  private static final int OFTEN = 3;

  /** Words that names of outlets end with. */
  private static final Set<String> TAILS =
      folded(
          """
          times post herald tribune journal gazette telegraph chronicle observer news newswire wire
          daily courier dispatch examiner inquirer sentinel standard mirror weekly tv radio ledger
          bulletin monitor register messenger argus advertiser newspaper newspapers
          zeitung presse kurier tagblatt tageblatt anzeiger rundschau nachrichten bote
          dagblad courant krant nieuwsblad haber gazetesi ajansı postası
          вестник ведомости известия новости курьер правда вісник новини кур'єр
          """);

  /** Words that they begin with where the adjective follows. */
  private static final Set<String> HEADS =
      folded(
          """
          gazeta dziennik kurier diario jornal correio folha heraldo correo prensa agencia radio tv
          agência agenzia agence dépêche corriere gazzetta giornale messaggero journal courrier
          """);

  private static Set<String> folded(String words) {
    Set<String> folded = new HashSet<>();
    for (String word : words.strip().split("\\s+", -1)) {
      folded.add(Folding.fold(word));
    }
    return Set.copyOf(folded);
  }

  private final Scene scene;
  private final Tokens tokens;
  private final Layout layout;
  private final Credits credits;
  private final Organisations organisations;
  private final Optional<Organisation> publisher;
  private final int near;
  private final Map<String, String> originals = new LinkedHashMap<>();
  private final BitSet unlisted = new BitSet();
  private int opening;
  private int count;

  AttributionReader(Scene scene, Layout layout, Organisations organisations) {
    this.scene = scene;
    this.tokens = scene.tokens();
    this.layout = layout;
    this.organisations = organisations;
    this.credits = new Credits(tokens);
    this.publisher = organisations.publisher(scene.item().source(), scene.item().url());
    this.near = isWrittenWithoutBlanks() ? NEAR * CHARACTERS_A_WORD : NEAR;
  }

  private boolean isWrittenWithoutBlanks() {
    return "zh".equals(tokens.language()) || "ja".equals(tokens.language());
  }

  Attribution read() {
    for (Span span : scene.spans()) {
      span.one(Sense.OfOutlet.class).ifPresent(outlet -> readOutlet(span, outlet.organisation()));
    }
    readUnlisted();
    readByline();
    boolean republisher = opening > 0 || count >= OFTEN;
    return new Attribution(List.copyOf(originals.values()), republisher, voice(republisher));
  }

  private @Nullable String voice(boolean republisher) {
    if (republisher) {
      String first = originals.keySet().iterator().next();
      return organisations.of(first).map(Organisation::family).orElse(null);
    }
    String told = scene.item().source().family();
    return told != null ? told : publisher.map(Organisation::family).orElse(null);
  }

  private void readByline() {
    for (Organisation outlet : Credits.byline(scene.item(), organisations)) {
      if (!isOwn(outlet)) {
        originals.putIfAbsent(outlet.id(), outlet.name());
        opening++;
      }
    }
  }

  private void readOutlet(Span span, Organisation outlet) {
    boolean cited = isCited(span.first());
    boolean reports = isReporting(span);
    boolean dateline = outlet.kind() == Organisation.Kind.AGENCY && layout.isDateline(span.first());
    boolean credited = credits.isCredited(span, outlet);
    if ((!cited && !reports && !dateline && !credited)
        || isOwn(outlet)
        || (reports && !cited && !credited && citesAnother(span))) {
      return;
    }
    add(outlet.id(), outlet.name(), span.first());
    opening += credited ? 1 : 0;
  }

  private void add(String key, String name, int token) {
    originals.putIfAbsent(key, name);
    count++;
    boolean early = tokens.field(token) == Field.TITLE || layout.bodySentence(token) < OPENING;
    opening += early ? 1 : 0;
  }

  /**
   * "citing …", "according to …", "told …" shortly before; "informó la agencia …", "ذكرت صحيفة …"
   * right before, with no more than a word for what it is between.
   */
  private boolean isCited(int first) {
    int from = Math.max(tokens.firstToken(tokens.sentence(first)), first - near - 1);
    boolean said = true;
    for (int i = first - 1; i >= from; i--) {
      if (scene.has(i, Cue.CITING) || (said && scene.has(i, Cue.SAYS))) {
        return true;
      }
      said &= scene.has(i, Cue.MEDIUM);
    }
    return false;
  }

  /** "… reported", "… wrote" right behind, or at the end where that is the verb's place. */
  private boolean isReporting(Span span) {
    int sentence = tokens.sentence(span.last());
    int end = tokens.lastToken(sentence);
    if (says(span.last() + 1, Math.min(end, span.last() + near))) {
      return true;
    }
    return VERB_LAST.contains(String.valueOf(tokens.language()))
        && span.first() - tokens.firstToken(sentence) < near
        && says(Math.max(span.last() + 1, end - near), end);
  }

  private boolean says(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (scene.has(i, Cue.SAYS)) {
        return true;
      }
    }
    return false;
  }

  /** "X informs, citing Y": X is who repeats it; "X informs, citing two officials" is X's own. */
  private boolean citesAnother(Span span) {
    int end = tokens.lastToken(tokens.sentence(span.last()));
    for (int i = span.last() + 1; i <= Math.min(end, span.last() + 2 * near); i++) {
      if (scene.has(i, Cue.CITING) && !tokens.is(i, "told") && namesOutlet(i + 1, end)) {
        return true;
      }
    }
    return false;
  }

  private boolean namesOutlet(int from, int end) {
    for (int i = from; i <= Math.min(end, from + near); i++) {
      Span span = scene.spanAt(i);
      if (span != null && span.has(Sense.OfOutlet.class)) {
        return true;
      }
    }
    return from < tokens.size() && isOutlet(unlisted(from));
  }

  private boolean isOwn(Organisation outlet) {
    Source source = scene.item().source();
    return outlet.id().equals(source.id())
        || outlet.family().equals(source.family())
        || publisher.filter(p -> p.family().equals(outlet.family())).isPresent()
        || outlet.spellings().stream()
            .anyMatch(spelling -> spelling.text().equalsIgnoreCase(source.name()))
        || hosts(outlet, scene.item().url());
  }

  private static boolean hosts(Organisation outlet, @Nullable String url) {
    return url != null
        && !outlet.host().isEmpty()
        && (url.contains("/" + outlet.host() + "/") || url.contains("." + outlet.host() + "/"));
  }

  /**
   * Papers that the pack does not list, by a cue before a name such as "Daily Planet News", or by
   * what they do on either side of it: "… , the Harbour Post reported".
   */
  private void readUnlisted() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean says = scene.has(i, Cue.SAYS);
      boolean cites = scene.has(i, Cue.CITING) && !scene.has(i + 1, Cue.CITING);
      if ((cites || says) && i + 1 < tokens.size()) {
        addUnlisted(unlisted(i + 1), i);
      }
      if (says) {
        addUnlisted(unlistedBefore(i), i);
      }
    }
  }

  /** Once for each place where it stands, whatever is on either side of it. */
  private void addUnlisted(List<Integer> name, int cue) {
    if (!isOutlet(name) || unlisted.get(name.getFirst())) {
      return;
    }
    unlisted.set(name.getFirst());
    String written = written(name);
    if (!written.equalsIgnoreCase(scene.item().source().name())) {
      add(written.toLowerCase(Locale.ROOT), written, cue);
    }
  }

  private String written(List<Integer> name) {
    String text = tokens.text(tokens.field(name.getFirst()));
    return text.substring(tokens.start(name.getFirst()), tokens.end(name.getLast()));
  }

  private List<Integer> unlisted(int token) {
    int sentence = tokens.sentence(token - 1);
    List<Integer> name = new ArrayList<>();
    for (int i = token;
        i < tokens.size() && tokens.sentence(i) == sentence && name.size() < 5;
        i++) {
      Span span = scene.spanAt(i);
      boolean listed = span != null && span.has(Sense.OfOutlet.class);
      if (listed || (!name.isEmpty() && scene.before(i) < 0)) {
        break;
      }
      if (scene.isCapital(i)) {
        name.add(i);
      } else if (!name.isEmpty() || !isLead(i, token)) {
        break;
      }
    }
    return name;
  }

  /** The name that ends right before a token of its sentence. */
  private List<Integer> unlistedBefore(int token) {
    List<Integer> name = new ArrayList<>();
    for (int i = token - 1; i >= 0 && name.size() < 5 && scene.behind(i) == i + 1; i--) {
      Span span = scene.spanAt(i);
      if (!scene.isCapital(i) || (span != null && span.has(Sense.OfOutlet.class))) {
        break;
      }
      name.addFirst(i);
    }
    return name;
  }

  private boolean isOutlet(List<Integer> name) {
    boolean tail = !name.isEmpty() && TAILS.contains(tokens.folded(name.getLast()));
    // German writes "Agentur" with a capital, too
    while (tail && name.size() > 2 && scene.has(name.getFirst(), Cue.MEDIUM)) {
      name.removeFirst();
    }
    return name.size() >= 2 && (tail || HEADS.contains(tokens.folded(name.getFirst())));
  }

  /** What of a cue of several words, and an article, may stand before the name. */
  private boolean isLead(int token, int from) {
    return token - from < NEAR && tokens.end(token) - tokens.start(token) <= 9;
  }
}
