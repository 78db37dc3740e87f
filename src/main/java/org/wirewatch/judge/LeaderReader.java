package org.wirewatch.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Title;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/**
 * Decides which names speak of a leader. A full name does; a surname alone does where it is nobody
 * else's, else behind a full mention or a title that fits; a relative's, a namesake's and a
 * building's does not.
 */
final class LeaderReader {
  private static final Set<String> NAMED_AFTER =
      Set.of(
          "tower",
          "towers",
          "organization",
          "organisation",
          "foundation",
          "university",
          "school",
          "international",
          "avenue",
          "street",
          "airport",
          "plaza",
          "media",
          "hotel",
          "hotels",
          "institute",
          "stadium",
          "square",
          "center",
          "centre",
          "library",
          "prize");

  private static final String ANOTHER = "another person";

  private final Scene scene;
  private final OfficeReader offices;
  private final LocalDate day;
  private final Set<Integer> taken = new HashSet<>();
  private final Set<String> known = new HashSet<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();

  /**
   * @param countries the names that were taken for countries: "Montenegro"
   */
  LeaderReader(Scene scene, OfficeReader offices, LocalDate day, List<Mention> countries) {
    this.scene = scene;
    countries.forEach(country -> taken.add(country.first()));
    this.offices = offices;
    this.day = day;
  }

  LeaderReader read() {
    List<Span> people =
        scene.spans().stream()
            .filter(span -> span.has(Sense.OfLeader.class) && !taken.contains(span.first()))
            .toList();
    people.forEach(this::readFullName);
    people.forEach(this::readShortName);
    agree();
    return this;
  }

  /**
   * Whom the item introduces by another given name ("Peter Scholz") it also means by the surname,
   * before and after, unless it names the leader in full or by office as well.
   */
  private void agree() {
    Map<Long, String> others = new HashMap<>();
    for (Refused each : refused) {
      if (each.mention().form() == Mention.Form.SURNAME && each.reason().startsWith(ANOTHER)) {
        others.put(scene.tokens().hash(each.mention().first()), each.reason());
      }
    }
    List<Mention> meant =
        mentions.stream()
            .filter(mention -> mention.form() == Mention.Form.SURNAME)
            .filter(mention ->
                mention.referent() instanceof Referent.Leader(String slug) && !known.contains(slug))
            .filter(mention -> others.containsKey(scene.tokens().hash(mention.first())))
            .toList();
    mentions.removeAll(meant);
    for (Mention mention : meant) {
      String reason = others.getOrDefault(scene.tokens().hash(mention.first()), "");
      refused.add(new Refused(mention, "as elsewhere in the item: " + reason));
    }
  }

  List<Mention> mentions() {
    return mentions;
  }

  List<Refused> refused() {
    return refused;
  }

  private void readFullName(Span span) {
    List<Sense.OfLeader> full = senses(span, Leader.Use.FULL);
    if (full.isEmpty()) {
      return;
    }
    Sense.OfLeader sense = likeliest(full);
    String reason = behindName(span);
    settle(span, sense, Mention.Form.FULL_NAME, reason);
    if (reason == null) {
      known.add(sense.leader().slug());
    }
  }

  private void readShortName(Span span) {
    if (!senses(span, Leader.Use.FULL).isEmpty()) {
      return;
    }
    List<Sense.OfLeader> senses = span.all(Sense.OfLeader.class);
    Optional<Sense.OfLeader> mentioned =
        senses.stream().filter(sense -> known.contains(sense.leader().slug())).findFirst();
    Optional<Sense.OfLeader> titled = titled(span, senses);
    Optional<Sense.OfLeader> alone = senses(span, Leader.Use.ALONE).stream().findFirst();
    Optional<Sense.OfLeader> sense = titled.or(() -> mentioned).or(() -> alone);
    if (sense.isEmpty()) {
      String why = "a surname alone, of one not mentioned before";
      refused.add(new Refused(mention(span, senses.getFirst(), Mention.Form.SURNAME), why));
      return;
    }
    String reason = behindName(span);
    if (reason == null && titled.isEmpty()) {
      reason = beforeName(span);
    }
    settle(span, sense.get(), Mention.Form.SURNAME, reason);
    if (reason == null && titled.isPresent()) {
      known.add(sense.get().leader().slug());
    }
  }

  private static List<Sense.OfLeader> senses(Span span, Leader.Use use) {
    return span.all(Sense.OfLeader.class).stream().filter(s -> s.alias().use() == use).toList();
  }

  private void settle(Span span, Sense.OfLeader sense, Mention.Form form, @Nullable String reason) {
    Mention mention = mention(span, sense, form);
    if (reason == null) {
      mentions.add(mention);
    } else {
      refused.add(new Refused(mention, reason));
    }
  }

  /** Of namesakes the one in office on the day, else the one whose country the item speaks of. */
  private Sense.OfLeader likeliest(List<Sense.OfLeader> senses) {
    return senses.stream()
        .filter(sense -> sense.leader().inOffice(day))
        .findFirst()
        .orElse(senses.getFirst());
  }

  /**
   * The one whom a title before the name fits: "Prime Minister Lee", "the Korean president, Lee".
   */
  private Optional<Sense.OfLeader> titled(Span span, List<Sense.OfLeader> senses) {
    Optional<OfficeReader.Found> office = offices.endingBefore(span.first());
    if (office.isEmpty()) {
      return Optional.empty();
    }
    List<Sense.OfLeader> fitting =
        senses.stream().filter(sense -> fits(sense.leader(), office.get())).toList();
    return fitting.stream()
        .filter(sense -> fitting.size() == 1 || known.contains(sense.leader().slug()))
        .findFirst();
  }

  private boolean fits(Leader leader, OfficeReader.Found office) {
    return leader.terms().stream()
        .anyMatch(term ->
            (term.title() == office.title() || isLike(term.title(), office.title()))
                && (office.country().isEmpty()
                    ? term.covers(day) && scene.support(term.of()) > 0
                    : term.of().equals(office.country())));
  }

  /** Titles that texts take for one another. */
  private static boolean isLike(Title a, Title b) {
    return (a == Title.CHANCELLOR && b == Title.PRIME_MINISTER)
        || (a == Title.PRIME_MINISTER && b == Title.CHANCELLOR);
  }

  /**
   * What stands behind the name and makes it another's: "Trump Jr.", "Maduro's wife", "Trump
   * Tower".
   */
  private @Nullable String behindName(Span span) {
    Tokens tokens = scene.tokens();
    int next = span.last() + 1;
    if (next >= tokens.size() || tokens.sentence(next) != tokens.sentence(span.last())) {
      return null;
    }
    String between =
        tokens.text(tokens.field(span.last())).substring(span.end(), tokens.start(next));
    if (scene.has(next, Cue.KIN)
        && (isPossessive(between) || between.isBlank() || between.equals(", "))) {
      boolean suffix = between.isBlank() || between.equals(", ");
      return suffix && !isSuffix(next) ? null : "one of the family: \"" + tokens.text(next) + "\"";
    }
    return between.isBlank() && scene.isCapital(next) && NAMED_AFTER.contains(tokens.folded(next))
        ? "named after the person: \"… " + tokens.text(next) + "\""
        : null;
  }

  private boolean isSuffix(int token) {
    return switch (scene.tokens().folded(token)) {
      case "jr", "sr", "junior", "senior", "ii", "iii", "iv" -> true;
      default -> false;
    };
  }

  private static boolean isPossessive(String between) {
    return between.equals("'s ")
        || between.equals("’s ")
        || between.equals("' ")
        || between.equals("’ ");
  }

  /** A name before the surname that is not the leader's: "Melania Trump". */
  private @Nullable String beforeName(Span span) {
    Tokens tokens = scene.tokens();
    int previous = scene.before(span.first());
    if (previous < 0
        || tokens.letterCase(previous) == LetterCase.LOWER
        || tokens.letterCase(previous) == LetterCase.NONE) {
      return null;
    }
    boolean given = scene.has(previous, Cue.GIVEN_NAME) && scene.spanAt(previous) == null;
    boolean name =
        scene.caseTells(previous)
            && scene.isCapital(previous)
            && !scene.isFirstOfSentence(previous)
            && !"de".equals(tokens.language())
            && scene.spanAt(previous) == null
            && !scene.has(previous, Cue.INSTITUTION)
            && !offices.isTitle(previous);
    return given || name ? ANOTHER + ": \"" + tokens.text(previous) + " …\"" : null;
  }

  private static Mention mention(Span span, Sense.OfLeader sense, Mention.Form form) {
    return new Mention(
        new Referent.Leader(sense.leader().slug()),
        form,
        span.first(),
        span.last(),
        span.start(),
        span.end());
  }
}
