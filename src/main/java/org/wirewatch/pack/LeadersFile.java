package org.wirewatch.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Leader.Use;
import org.wirewatch.pack.Leaders.OfficePhrase;
import org.wirewatch.pack.Leaders.TitleWord;

/**
 * Puts the leaders together: who they are and how they are written ({@code leaders.tsv}, {@code
 * leader-names.tsv}), what they hold and held ({@code terms.tsv}), and the words for offices
 * ({@code title-words.tsv}, {@code office-phrases.tsv}).
 *
 * <p>A spelling with {@code =} before it counts alone, one with {@code ~} only after a full mention
 * or beside a title, any other is a full name.
 */
final class LeadersFile {
  static final List<String> FILES =
      List.of(
          "leaders.tsv",
          "leader-names.tsv",
          "terms.tsv",
          "title-words.tsv",
          "office-phrases.tsv",
          "inflections.tsv");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Set<Leader.Alias>> aliases = new LinkedHashMap<>();
  private final Map<String, List<Term>> terms = new LinkedHashMap<>();
  private final Inflections inflections = Inflections.read();

  private LeadersFile() {}

  /** The built-in leaders; how they are written is read when first asked for. */
  static Leaders read() {
    LeadersFile people = new LeadersFile();
    for (String[] row : Table.rows("leaders.tsv", 3)) {
      people.names.put(row[0], row[1]);
    }
    people.readTerms();
    return people.leaders(() -> {
      LeadersFile file = new LeadersFile();
      file.readBuiltIn();
      return file.words();
    });
  }

  /**
   * The built-in leaders with an update upon them.
   *
   * @throws IllegalArgumentException if the update does not fit: an unknown person or country, a
   *     spelling in no paradigm
   */
  static Leaders read(LeadersUpdate update) {
    LeadersFile file = new LeadersFile();
    file.readBuiltIn();
    try {
      file.apply(update);
      Leaders.Words words = file.words();
      return file.leaders(() -> words);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private void readBuiltIn() {
    for (String[] row : Table.rows("leaders.tsv", 3)) {
      addPerson(row[0], row[1], row[2]);
    }
    for (String[] row : Table.rows("leader-names.tsv", 3)) {
      addAliases(known(aliases, row[0]), row[1], row[2], inflections);
    }
    readTerms();
  }

  private void apply(LeadersUpdate update) {
    update.people().stream()
        .filter(person -> !names.containsKey(person.slug()))
        .forEach(person -> addPerson(person.slug(), person.name(), person.spellings()));
    for (LeadersUpdate.Names own : update.names()) {
      addAliases(known(aliases, own.slug()), own.language(), own.spellings(), inflections);
    }
    for (LeadersUpdate.Held held : update.terms()) {
      known(names, held.slug());
      Term term = held.term();
      List<Term> own = terms.computeIfAbsent(held.slug(), _ -> new ArrayList<>());
      own.removeIf(other ->
          other.of().equals(term.of())
              && other.title() == term.title()
              && other.from().equals(term.from()));
      own.add(term);
    }
  }

  private void addPerson(String slug, String name, String spellings) {
    names.put(slug, name);
    Set<Leader.Alias> own = new LinkedHashSet<>();
    own.add(new Leader.Alias(name, "mul", Use.FULL));
    addAliases(own, "mul", spellings, inflections);
    List.copyOf(own).forEach(alias -> addPolish(own, alias));
    aliases.put(slug, own);
  }

  /** Polish texts decline names that stay as they are in every other language of Latin script. */
  private void addPolish(Set<Leader.Alias> own, Leader.Alias alias) {
    String declined = Declension.of("pl", alias.text());
    if (declined.indexOf('/') >= 0) {
      for (String form : inflections.forms(declined, "pl")) {
        if (!form.equals(alias.text())) {
          own.add(new Leader.Alias(form, "pl", alias.use()));
        }
      }
    }
  }

  private Leaders leaders(Supplier<Leaders.Words> words) {
    terms.values().forEach(own -> own.sort(Comparator.comparing(Term::from).reversed()));
    List<Leader> leaders = new ArrayList<>(names.size());
    names.forEach((slug, name) -> leaders.add(new Leader(slug, name, known(terms, slug))));
    return new Leaders(leaders, words);
  }

  private Leaders.Words words() {
    Map<String, List<Leader.Alias>> spellings = new HashMap<>();
    aliases.forEach((slug, own) -> spellings.put(slug, List.copyOf(own)));
    return new Leaders.Words(spellings, titleWords(inflections), officePhrases(inflections));
  }

  private void readTerms() {
    for (String[] row : Table.rows("terms.tsv", 6)) {
      Term term =
          new Term(
              row[1],
              Term.Role.valueOf(row[2]),
              Title.valueOf(row[3]),
              LocalDate.parse(row[4]),
              date(row[5]));
      terms.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(term);
    }
  }

  private static @Nullable LocalDate date(String cell) {
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }

  private static void addAliases(
      Set<Leader.Alias> own, String language, String cell, Inflections inflections) {
    for (String text : Table.texts(cell)) {
      Use use =
          switch (text.charAt(0)) {
            case '=' -> Use.ALONE;
            case '~' -> Use.AFTER_FULL;
            default -> Use.FULL;
          };
      String spelling = use == Use.FULL ? text : text.substring(1);
      for (String form : inflections.forms(spelling, language)) {
        own.add(new Leader.Alias(form, language, use));
      }
    }
  }

  private static List<TitleWord> titleWords(Inflections inflections) {
    List<TitleWord> words = new ArrayList<>();
    for (String[] row : Table.rows("title-words.tsv", 4)) {
      for (String text : Table.texts(row[2])) {
        for (String form : inflections.forms(text, row[0])) {
          words.add(new TitleWord(form, row[0], Title.valueOf(row[1]), row[3]));
        }
      }
    }
    return words;
  }

  private static List<OfficePhrase> officePhrases(Inflections inflections) {
    List<OfficePhrase> phrases = new ArrayList<>();
    for (String[] row : Table.rows("office-phrases.tsv", 4)) {
      for (String text : Table.texts(row[3])) {
        for (String form : inflections.forms(text, row[2])) {
          phrases.add(new OfficePhrase(form, row[2], row[0], Title.valueOf(row[1])));
        }
      }
    }
    return phrases;
  }

  private static <T> T known(Map<String, T> map, String slug) {
    T value = map.get(slug);
    if (value == null) {
      throw new IllegalStateException("leader without an entry or a term: " + slug);
    }
    return value;
  }
}
