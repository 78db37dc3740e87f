package org.wirewatch.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private LeadersFile() {}

  static Leaders read() {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Set<Leader.Alias>> aliases = new LinkedHashMap<>();
    Inflections inflections = Inflections.read();
    for (String[] row : Table.rows("leaders.tsv", 3)) {
      names.put(row[0], row[1]);
      Set<Leader.Alias> own = new LinkedHashSet<>();
      own.add(new Leader.Alias(row[1], "mul", Use.FULL));
      addAliases(own, "mul", row[2], inflections);
      aliases.put(row[0], own);
    }
    for (String[] row : Table.rows("leader-names.tsv", 3)) {
      addAliases(known(aliases, row[0]), row[1], row[2], inflections);
    }
    Map<String, List<Term>> terms = terms();
    List<Leader> leaders = new ArrayList<>(names.size());
    names.forEach((slug, name) ->
        leaders.add(new Leader(slug, name, List.copyOf(known(aliases, slug)), known(terms, slug))));
    return new Leaders(leaders, titleWords(inflections), officePhrases(inflections));
  }

  private static Map<String, List<Term>> terms() {
    Map<String, List<Term>> terms = new LinkedHashMap<>();
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
    terms.values().forEach(own -> own.sort(Comparator.comparing(Term::from).reversed()));
    return terms;
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
