package org.wirewatch.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.wirewatch.model.Item;
import org.wirewatch.pack.Packs;

/**
 * Writes news of 3 KB: sentences drawn at random, seven in ten items in English, with countries and
 * leaders of the packs in them.
 */
public final class NewsWriter {
  /** A watchlist file with everything built in. */
  public static final String EVERY_PACK =
      """
      watchlists:
        - id: all
          entries: [{pack: countries}, {pack: leaders}, {pack: events}]
      """;

  private static final int CHARS = 3_000;
  private static final int SENTENCES_A_PARAGRAPH = 3;
  private static final List<String> CITIES =
      List.of("Nairobi", "Lima", "Oslo", "Hanoi", "Quito", "Tbilisi", "Accra", "Manila", "Tunis");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private final Random random;
  private final Map<String, List<String>> sentences = sentences();
  private final List<String> countries;
  private final List<String> leaders;

  /** The same seed writes the same news. */
  public NewsWriter(long seed) {
    random = new Random(seed);
    countries = List.of("Kenya", "Peru", "Norway", "Vietnam", "Ecuador", "Ghana", "Chile", "Japan");
    leaders = Packs.load().leaders().all().stream().map(leader -> leader.name()).toList();
  }

  private static Map<String, List<String>> sentences() {
    try (InputStream in = NewsWriter.class.getResourceAsStream("sentences.txt")) {
      if (in == null) {
        throw new IllegalStateException("no sentences.txt beside " + NewsWriter.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|", 2))
          .collect(
              Collectors.groupingBy(
                  parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.toList())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So many items. */
  public List<Item> items(int count) {
    List<Item> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(item("n" + i));
    }
    return items;
  }

  private Item item(String id) {
    int tenth = random.nextInt(10);
    String language = tenth < 7 ? "en" : pick(List.of("es", "de", "ru"));
    StringBuilder body = new StringBuilder();
    for (int n = 1; body.length() < CHARS; n++) {
      body.append(sentence(language)).append(n % SENTENCES_A_PARAGRAPH == 0 ? "\n" : " ");
    }
    return Item.ofText(id, sentence(language), body.toString());
  }

  private String sentence(String language) {
    return pick(sentences.getOrDefault(language, List.of()))
        .replace("{country}", pick(countries))
        .replace("{leader}", pick(leaders))
        .replace("{city}", pick(CITIES))
        .replace("{day}", pick(DAYS))
        .replace("{number}", Integer.toString(2 + random.nextInt(90)));
  }

  private String pick(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
