package org.wirewatch.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.wirewatch.model.Item;

/**
 * Items of 3 KB and watchlist entries, made up so that both engines can be asked the same: the
 * items' words come with English endings, and entries are compiled with every language on, as they
 * are unless a watchlist says otherwise. Fixed seeds; words and names are as unevenly common as
 * those of a language (Zipf), and entries draw from the same distribution as the items.
 *
 * <p>{@link Kind#NAMES} is what large watchlists are made of: people by name and by name reversed,
 * organisations of two or three words, names beside a topic. An item tells of a dozen people; a
 * million entries find some ten namesakes in it. {@link Kind#WORDS} is there to see the cost of
 * hits: phrases and ANDs of words drawn evenly from a small vocabulary, of which a million find
 * hundreds in every item, more than any desk could read.
 */
final class BenchmarkCorpus {
  /** Of the items' words, one in six; one in 33 of the names has the first. */
  private static final List<String> ENDINGS = List.of("'s", "s", "s", "ed", "ing", "ly");

  private static final int WORDS_PER_ITEM = 520;
  private static final int PEOPLE_PER_ITEM = 12;

  private final Kind kind;
  private final Random random = new Random(42);
  private final Zipf words = new Zipf("bdfgklmnprstvzch", 60_000, 3, 1_000);
  private final Zipf given = new Zipf("jlmnrsvyhdkt", 6_000, 20, 6_000);
  private final Zipf family = new Zipf("qwbdfgklmnprstvz", 200_000, 100, 200_000);

  /** What the entries are made of. */
  enum Kind {
    NAMES,
    WORDS
  }

  BenchmarkCorpus(Kind kind) {
    this.kind = kind;
  }

  /** Made-up words, of which the first are the commonest. */
  private static final class Zipf {
    private final String[] words;
    private final double[] cumulated;

    /**
     * @param head how many of the first are about equally common
     * @param core from here on they are rarer by the square: of 500 items of English news, 64 words
     *     make four tenths, 1,024 three quarters and 4,096 nine tenths
     */
    Zipf(String consonants, int size, int head, int core) {
      words = new String[size];
      cumulated = new double[size];
      double sum = 0;
      for (int i = 0; i < size; i++) {
        words[i] = syllables(consonants, i);
        sum += Math.min(1, (double) core / (i + 1)) / (i + head);
        cumulated[i] = sum;
      }
    }

    private static String syllables(String consonants, int number) {
      int base = consonants.length() * 5;
      StringBuilder word = new StringBuilder();
      for (int n = number + base; n > 0; n /= base) {
        word.append(consonants.charAt(n % base / 5)).append("aeiou".charAt(n % 5));
      }
      return word.toString();
    }

    String any(Random random) {
      double at = random.nextDouble() * cumulated[cumulated.length - 1];
      int low = java.util.Arrays.binarySearch(cumulated, at);
      return words[low < 0 ? Math.min(-low - 1, words.length - 1) : low];
    }

    /** One that is not among the commonest, all others alike. */
    String evenly(Random random, int from) {
      return words[from + random.nextInt(words.length - from)];
    }

    String common(Random random, int to) {
      return words[random.nextInt(to)];
    }
  }

  List<Item> items(int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(Item.ofText("i" + i, text(9, 1), body()).withLanguage("en"));
    }
    return items;
  }

  private String body() {
    return text(WORDS_PER_ITEM, kind == Kind.NAMES ? PEOPLE_PER_ITEM : 0);
  }

  private String text(int count, int people) {
    StringBuilder text = new StringBuilder();
    int everyPerson = people == 0 ? Integer.MAX_VALUE : Math.max(1, count / people);
    for (int i = 1; i <= count; i++) {
      text.append(words.any(random));
      if (random.nextInt(6) == 0) {
        text.append(ENDINGS.get(random.nextInt(ENDINGS.size())));
      }
      if (i % everyPerson == 0) {
        text.append(' ').append(person()).append(random.nextInt(33) == 0 ? "'s" : "");
      }
      text.append(i % 20 == 0 ? ". " : " ");
    }
    return text.toString();
  }

  private String person() {
    return given.any(random) + " " + family.any(random);
  }

  /** Queries in words both engines understand. */
  List<Wanted> wanted(int count) {
    List<Wanted> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(kind == Kind.NAMES ? named(i % 20) : worded(i % 4));
    }
    return all;
  }

  private Wanted named(int number) {
    if (number < 8) {
      return Wanted.any(person());
    }
    if (number < 12) {
      String first = given.any(random);
      String last = family.any(random);
      return Wanted.any(first + " " + last, last + " " + first);
    }
    return switch (number) {
      case 12, 13 -> Wanted.any(given.any(random) + " " + person());
      case 14 -> Wanted.any(words.evenly(random, 500) + " " + words.common(random, 500));
      case 15, 16 ->
          Wanted.any(
              words.any(random)
                  + " "
                  + words.evenly(random, 500)
                  + " "
                  + words.common(random, 500));
      case 17 ->
          new Wanted(List.of(person()), List.of(words.any(random)), List.of(words.any(random)));
      case 18 ->
          new Wanted(
              List.of(family.any(random)),
              List.of(words.evenly(random, 2_000)),
              List.of(words.any(random)));
      default ->
          new Wanted(
              List.of(words.evenly(random, 2_000), words.evenly(random, 2_000)),
              List.of(person()),
              List.of());
    };
  }

  private Wanted worded(int number) {
    return switch (number) {
      case 0 -> Wanted.any(words.evenly(random, 200) + " " + words.any(random));
      case 1 -> Wanted.any(words.evenly(random, 200) + " " + words.evenly(random, 200));
      case 2 ->
          Wanted.any(
              words.evenly(random, 200) + " " + words.evenly(random, 200),
              words.evenly(random, 200)
                  + " "
                  + words.any(random)
                  + " "
                  + words.evenly(random, 200));
      default ->
          new Wanted(
              List.of(words.evenly(random, 200), words.evenly(random, 200)),
              List.of(words.any(random)),
              List.of(words.any(random)));
    };
  }

  /** One of the phrases, and all of the words, and none of the excluded. */
  record Wanted(List<String> any, List<String> all, List<String> none) {
    static Wanted any(String... phrases) {
      return new Wanted(List.of(phrases), List.of(), List.of());
    }

    String source() {
      StringBuilder source = new StringBuilder("(\"" + String.join("\" OR \"", any) + "\")");
      all.forEach(phrase -> source.append(" AND \"").append(phrase).append('"'));
      none.forEach(phrase -> source.append(" AND NOT \"").append(phrase).append('"'));
      return source.toString();
    }
  }

  static Map<String, CompiledQuery> compiled(List<Wanted> wanted) {
    Map<String, CompiledQuery> queries = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (QueryCompiler.DEFAULT.compile(wanted.get(i).source())
          instanceof Compilation.Compiled compiled) {
        queries.put("q" + i, compiled.query());
      }
    }
    return queries;
  }
}
