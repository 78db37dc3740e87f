package org.wirewatch.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirewatch.cli.GivenItems;
import org.wirewatch.model.Item;

/**
 * Real items out of a folder, and entries made of their own words: phrases of two and three words
 * that stand side by side in some item, alone, as alternatives, and beside a word of another. So
 * entries are as unevenly common as what is written. Fixed seeds.
 */
final class GivenCorpus {
  private static final int MOST_ITEMS = 2_000;

  /** A longer word among those of a phrase keeps it from being "of the". */
  private static final Pattern PHRASE =
      Pattern.compile(
          "\\b(?=[\\p{L} ]{0,20}\\p{L}{6})\\p{L}{3,20} \\p{L}{3,20}( \\p{L}{3,20})?\\b");

  private static final Pattern WORD = Pattern.compile("\\b\\p{L}{5,20}\\b");

  private final List<Item> items;
  private final Random random = new Random(42);

  private GivenCorpus(List<Item> items) {
    this.items = items;
  }

  /** Of all items in a file or folder, some thousands, mixed. */
  static GivenCorpus of(Path path) {
    List<Item> items = new ArrayList<>(GivenItems.read(path));
    Collections.shuffle(items, new Random(1));
    return new GivenCorpus(List.copyOf(items.subList(0, Math.min(MOST_ITEMS, items.size()))));
  }

  List<Item> items() {
    return items;
  }

  double meanLength() {
    return items.stream().mapToInt(item -> text(item).length()).average().orElse(0);
  }

  List<BenchmarkCorpus.Wanted> wanted(int count) {
    List<BenchmarkCorpus.Wanted> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(
          switch (i % 5) {
            case 0, 1, 2 -> BenchmarkCorpus.Wanted.any(any(PHRASE));
            case 3 -> BenchmarkCorpus.Wanted.any(any(PHRASE), any(PHRASE));
            default ->
                new BenchmarkCorpus.Wanted(
                    List.of(any(PHRASE)), List.of(any(WORD)), List.of(any(WORD)));
          });
    }
    return all;
  }

  /** What fits somewhere in some item. */
  private String any(Pattern pattern) {
    for (int tries = 0; tries < 1_000; tries++) {
      String text = text(items.get(random.nextInt(items.size())));
      Matcher matcher = pattern.matcher(text);
      if (!text.isEmpty() && matcher.find(random.nextInt(text.length()))) {
        return matcher.group();
      }
    }
    throw new IllegalArgumentException("too few words in the items to make entries of");
  }

  private static String text(Item item) {
    return item.title() + "\n" + item.body();
  }
}
