package org.wirewatch.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Leaders;
import org.wirewatch.pack.Title;
import org.wirewatch.text.Tokens;

/**
 * Finds offices put into words and who holds them on the item's day: "the Turkish president",
 * "primer ministro de España", "президент Турции", "the Pope".
 */
final class OfficeReader {
  /** Words that may stand between a country and a title. */
  private static final Set<String> LINKS =
      Set.of(
          "of",
          "the",
          "de",
          "la",
          "le",
          "les",
          "el",
          "los",
          "las",
          "l",
          "d",
          "del",
          "della",
          "dello",
          "dell",
          "degli",
          "dei",
          "du",
          "des",
          "do",
          "da",
          "dos",
          "das",
          "der",
          "von",
          "van",
          "het",
          "republic",
          "republica",
          "republique",
          "republik",
          "s",
          "के",
          "की",
          "का",
          "の",
          "의",
          "的",
          "new",
          "newly",
          "current",
          "neue",
          "neuer",
          "neuen",
          "islamic",
          "federal");

  private static final int WIDEST_GAP = 3;

  private final Scene scene;
  private final Leaders leaders;
  private final LocalDate day;
  private final List<Found> found = new ArrayList<>();
  private final boolean[] title;

  /**
   * An office in words.
   *
   * @param country of the office, or a body's id; empty where only a title stands
   * @param first the first token of title and country together
   */
  record Found(Title title, String country, int first, int last, int start, int end) {}

  OfficeReader(
      Scene scene, List<Span> titles, List<Mention> countries, Leaders leaders, LocalDate day) {
    this.scene = scene;
    this.leaders = leaders;
    this.day = day;
    this.title = new boolean[scene.tokens().size()];
    for (Span span : titles) {
      for (int i = span.first(); i <= span.last(); i++) {
        title[i] = true;
      }
    }
    for (Span span : titles) {
      if (!isInsideLonger(span, titles)) {
        read(span, countries);
      }
    }
  }

  private static boolean isInsideLonger(Span span, List<Span> titles) {
    return titles.stream().anyMatch(other -> span.isInside(other));
  }

  private void read(Span span, List<Mention> countries) {
    for (Sense.OfOffice office : span.all(Sense.OfOffice.class)) {
      found.add(of(office.title(), office.of(), span.first(), span.last(), span));
      return;
    }
    for (Sense.OfTitle sense : span.all(Sense.OfTitle.class)) {
      if (!sense.country().isEmpty()) {
        found.add(of(sense.title(), sense.country(), span.first(), span.last(), span));
        return;
      }
    }
    Optional<Sense.OfTitle> sense = span.one(Sense.OfTitle.class);
    if (sense.isPresent()) {
      Optional<Mention> country = countryOf(span, countries);
      found.add(
          country
              .map(c -> withCountry(sense.get().title(), span, c))
              .orElseGet(() -> of(sense.get().title(), "", span.first(), span.last(), span)));
    }
  }

  private static Found of(Title title, String country, int first, int last, Span span) {
    return new Found(title, country, first, last, span.start(), span.end());
  }

  private static Found withCountry(Title title, Span span, Mention country) {
    boolean before = country.first() < span.first();
    return before
        ? new Found(
            title, country.country(), country.first(), span.last(), country.start(), span.end())
        : new Found(
            title, country.country(), span.first(), country.last(), span.start(), country.end());
  }

  /** The country that the title is of: right before it, or behind it with a link. */
  private Optional<Mention> countryOf(Span span, List<Mention> countries) {
    Optional<Mention> before =
        countries.stream()
            .filter(
                country -> country.last() < span.first() && isLinked(country.last(), span.first()))
            .reduce((a, b) -> b);
    return before.or(() ->
        countries.stream()
            .filter(
                country -> country.first() > span.last() && isLinked(span.last(), country.first()))
            .filter(country -> !isOfAnother(country))
            .findFirst());
  }

  private boolean isLinked(int a, int b) {
    Tokens tokens = scene.tokens();
    if (tokens.sentence(a) != tokens.sentence(b) || b - a - 1 > WIDEST_GAP) {
      return false;
    }
    for (int i = a + 1; i < b; i++) {
      if (!LINKS.contains(tokens.folded(i))) {
        return false;
      }
    }
    for (int i = a; i < b; i++) {
      if (scene.between(i, i + 1).chars().anyMatch(c -> ",;:.!?()、，。".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  /** "president of France's football federation", "president of the Turkish Airlines board". */
  private boolean isOfAnother(Mention country) {
    Tokens tokens = scene.tokens();
    if (!"en".equals(tokens.language())) {
      return false;
    }
    String text = tokens.text(tokens.field(country.last()));
    boolean possessive =
        text.startsWith("'s", country.end()) || text.startsWith("’s", country.end());
    return possessive
        || (country.form() == Mention.Form.DEMONYM && scene.behind(country.last()) >= 0);
  }

  boolean isTitle(int token) {
    return title[token];
  }

  /** The office whose words end right before a name, an opening comma allowed. */
  Optional<Found> endingBefore(int token) {
    return found.stream()
        .filter(office -> office.last() < token && token - office.last() == 1)
        .filter(office -> {
          String between = scene.between(office.last(), token).strip();
          return between.isEmpty() || between.equals(",");
        })
        .filter(office -> !isFormer(office))
        .findFirst();
  }

  /**
   * The people whom offices alone speak of; an office beside a name is the name's.
   *
   * @param people the leaders named otherwise
   */
  List<Mention> mentions(List<Mention> people) {
    List<Mention> mentions = new ArrayList<>();
    for (Found office : found) {
      if (office.country().isEmpty() || isFormer(office) || isNamed(office, people)) {
        continue;
      }
      List<Leader> holders = leaders.holders(office.country(), office.title(), day);
      if (holders.size() == 1) {
        mentions.add(
            new Mention(
                new Referent.Leader(holders.getFirst().slug()),
                Mention.Form.OFFICE,
                office.first(),
                office.last(),
                office.start(),
                office.end()));
      }
    }
    return mentions;
  }

  /** Whether somebody's name stands beside the office: then it speaks of that person. */
  private boolean isNamed(Found office, List<Mention> people) {
    Tokens tokens = scene.tokens();
    int next = office.last() + 1;
    int previous = office.first() - 1;
    if (people.stream().anyMatch(person -> person.first() == next || person.last() == previous)) {
      return true;
    }
    if (next >= tokens.size() || tokens.sentence(next) != tokens.sentence(office.last())) {
      return false;
    }
    String between = scene.between(office.last(), next).strip();
    boolean joined = between.isEmpty() || between.equals(",");
    boolean name = scene.isCapital(next) && !title[next];
    boolean caseTells = scene.caseTells(next) && !"de".equals(tokens.language());
    boolean startsName = name && (caseTells || scene.has(next, Cue.GIVEN_NAME));
    Span span = scene.spanAt(next);
    boolean otherName = span != null && !span.has(Sense.OfLeader.class);
    return joined && startsName && !otherName && !scene.has(next, Cue.INSTITUTION);
  }

  /** Whether the office is held no longer, not yet or not quite: "former", "vice", "-elect". */
  private boolean isFormer(Found office) {
    Tokens tokens = scene.tokens();
    int from = Math.max(tokens.firstToken(tokens.sentence(office.first())), office.first() - 2);
    for (int i = from; i <= Math.min(tokens.size() - 1, office.last() + 1); i++) {
      boolean behind = i > office.last();
      if (scene.has(i, Cue.FORMER) && !title[i] && (!behind || isElect(i))) {
        return true;
      }
      if (behind && isElect(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isElect(int token) {
    return switch (scene.tokens().folded(token)) {
      case "elect",
          "electo",
          "elu",
          "eleito",
          "candidate",
          "hopeful",
          "designate",
          "السابق",
          "سابق" ->
          true;
      default -> false;
    };
  }
}
