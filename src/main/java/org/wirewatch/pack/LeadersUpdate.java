package org.wirewatch.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What changed among the leaders since the built-in data, as a file of the data folder keeps it.
 * Immutable.
 *
 * <p>The file is tab-separated like the pack's own: a line {@code as-of} with the day and the
 * source, then lines that begin with person, name and term and have the cells of {@code
 * leaders.tsv}, {@code leader-names.tsv} and {@code terms.tsv}. A term that the pack has already,
 * by person, office and first day, is replaced by the one here.
 *
 * @param asOf the day that the source was asked
 * @param source who was asked
 */
public record LeadersUpdate(
    LocalDate asOf, String source, List<Person> people, List<Names> names, List<Held> terms) {

  private static final String HEADER =
      """
      # Who took and left office since the built-in data; made by: wirewatch pack update leaders
      # Delete this file to go back to the built-in leaders.
      """;

  /**
   * Somebody whom the pack does not know.
   *
   * @param spellings in Latin script, as in {@code leaders.tsv}
   */
  public record Person(String slug, String name, String spellings) {}

  /** Spellings in one language, as in {@code leader-names.tsv}. */
  public record Names(String slug, String language, String spellings) {}

  /** An office that somebody holds or held. */
  public record Held(String slug, Term term) {
    private String key() {
      return slug + '\t' + term.of() + '\t' + term.title() + '\t' + term.from();
    }
  }

  public LeadersUpdate {
    people = List.copyOf(people);
    names = List.copyOf(names);
    terms = List.copyOf(terms);
  }

  /** This update with a later one upon it. */
  public LeadersUpdate with(LeadersUpdate later) {
    Map<String, Person> allPeople = new LinkedHashMap<>();
    people.forEach(each -> allPeople.put(each.slug(), each));
    later.people.forEach(each -> allPeople.put(each.slug(), each));
    Map<String, Names> allNames = new LinkedHashMap<>();
    names.forEach(each -> allNames.put(each.slug() + '\t' + each.language(), each));
    later.names.forEach(each -> allNames.put(each.slug() + '\t' + each.language(), each));
    Map<String, Held> allTerms = new LinkedHashMap<>();
    terms.forEach(each -> allTerms.put(each.key(), each));
    later.terms.forEach(each -> allTerms.put(each.key(), each));
    return new LeadersUpdate(
        later.asOf,
        later.source,
        List.copyOf(allPeople.values()),
        List.copyOf(allNames.values()),
        List.copyOf(allTerms.values()));
  }

  /** The update as its file. */
  public String print() {
    StringBuilder file = new StringBuilder(HEADER);
    line(file, "as-of", asOf.toString(), source);
    people.forEach(each -> line(file, "person", each.slug(), each.name(), each.spellings()));
    names.forEach(each -> line(file, "name", each.slug(), each.language(), each.spellings()));
    for (Held held : terms) {
      Term term = held.term();
      LocalDate to = term.to();
      line(
          file,
          "term",
          held.slug(),
          term.of(),
          term.role().name(),
          term.title().name(),
          term.from().toString(),
          to == null ? "" : to.toString());
    }
    return file.toString();
  }

  private static void line(StringBuilder file, String... cells) {
    file.append(String.join("\t", cells)).append('\n');
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is no such file; the message names the line
   */
  public static LeadersUpdate parse(String text) {
    Parsed parsed = new Parsed();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          parsed.read(line.split("\t", -1));
        } catch (IllegalArgumentException | DateTimeException e) {
          throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
      }
    }
    return parsed.update();
  }

  private static final class Parsed {
    private LocalDate asOf = LocalDate.MIN;
    private String source = "";
    private final List<Person> people = new ArrayList<>();
    private final List<Names> names = new ArrayList<>();
    private final List<Held> terms = new ArrayList<>();

    void read(String[] cells) {
      int expected =
          switch (cells[0]) {
            case "as-of" -> 3;
            case "person", "name" -> 4;
            case "term" -> 7;
            default -> throw new IllegalArgumentException("starts with no word that it may");
          };
      if (cells.length != expected) {
        throw new IllegalArgumentException("has not " + expected + " cells parted by tabs");
      }
      switch (cells[0]) {
        case "as-of" -> {
          asOf = LocalDate.parse(cells[1]);
          source = cells[2];
        }
        case "person" -> people.add(new Person(cells[1], cells[2], cells[3]));
        case "name" -> names.add(new Names(cells[1], cells[2], cells[3]));
        default -> terms.add(new Held(cells[1], term(cells)));
      }
    }

    private static Term term(String[] cells) {
      LocalDate from = LocalDate.parse(cells[5]);
      LocalDate to = cells[6].isEmpty() ? null : LocalDate.parse(cells[6]);
      if (to != null && to.isBefore(from)) {
        throw new IllegalArgumentException("a term that ends before it begins");
      }
      return new Term(
          cells[2].toUpperCase(Locale.ROOT),
          Term.Role.valueOf(cells[3]),
          Title.valueOf(cells[4]),
          from,
          to);
    }

    LeadersUpdate update() {
      if (asOf.equals(LocalDate.MIN)) {
        throw new IllegalArgumentException("no line 'as-of' with the day and the source");
      }
      return new LeadersUpdate(asOf, source, people, names, terms);
    }
  }
}
