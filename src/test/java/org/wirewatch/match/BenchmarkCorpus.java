package org.wirewatch.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.wirewatch.model.Item;

/**
 * Items of 3 KB and watchlist entries, made up from a vocabulary whose words are as unevenly common
 * as those of a language (Zipf). Entries are phrases, ORs of phrases, and ANDs with an exclusion;
 * plain words without inflection, so that another engine can be asked the same.
 */
final class BenchmarkCorpus {
  /** A language without a stemmer: words match in any case and as they stand. */
  private static final QueryCompiler COMPILER = new QueryCompiler(Set.of("xx"), Set.of());

  private static final int VOCABULARY = 60_000;
  private static final int WORDS_PER_ITEM = 460;

  private final Random random = new Random(42);
  private final String[] words = new String[VOCABULARY];
  private final double[] cumulated = new double[VOCABULARY];

  BenchmarkCorpus() {
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      words[i] = syllables(i);
      sum += 1.0 / (i + 3);
      cumulated[i] = sum;
    }
  }

  private static String syllables(int number) {
    StringBuilder word = new StringBuilder();
    for (int n = number + 40; n > 0; n /= 40) {
      word.append("bdfgklmnprstvzch".charAt(n % 16)).append("aeiou".charAt(n % 5));
    }
    return word.append(Integer.toString(number % 7, 7)).toString().replaceAll("\\d", "");
  }

  private String common() {
    double at = random.nextDouble() * cumulated[VOCABULARY - 1];
    int low = java.util.Arrays.binarySearch(cumulated, at);
    return words[low < 0 ? Math.min(-low - 1, VOCABULARY - 1) : low];
  }

  /** A word that somebody would watch: not one of the commonest. */
  private String telling() {
    return words[200 + random.nextInt(VOCABULARY - 200)];
  }

  List<Item> items(int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(Item.ofText("i" + i, text(9), text(WORDS_PER_ITEM)).withLanguage("xx"));
    }
    return items;
  }

  private String text(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(common()).append(i % 20 == 0 ? ". " : " ");
    }
    return text.toString();
  }

  /** Queries in words both engines understand. */
  List<Wanted> wanted(int count) {
    List<Wanted> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          switch (i % 4) {
            case 0 -> new Wanted(List.of(telling() + " " + common()), List.of(), List.of());
            case 1 -> new Wanted(List.of(telling() + " " + telling()), List.of(), List.of());
            case 2 ->
                new Wanted(
                    List.of(
                        telling() + " " + telling(), telling() + " " + common() + " " + telling()),
                    List.of(),
                    List.of());
            default ->
                new Wanted(List.of(telling(), telling()), List.of(common()), List.of(common()));
          });
    }
    return all;
  }

  /** One of the phrases, and all of the words, and none of the excluded. */
  record Wanted(List<String> any, List<String> all, List<String> none) {
    String source() {
      StringBuilder source = new StringBuilder("(\"" + String.join("\" OR \"", any) + "\")");
      all.forEach(word -> source.append(" AND ").append(word));
      none.forEach(word -> source.append(" AND NOT ").append(word));
      return source.toString();
    }
  }

  static Map<String, CompiledQuery> compiled(List<Wanted> wanted) {
    Map<String, CompiledQuery> queries = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (COMPILER.compile(wanted.get(i).source()) instanceof Compilation.Compiled compiled) {
        queries.put("q" + i, compiled.query());
      }
    }
    return queries;
  }
}
