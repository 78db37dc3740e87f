package org.wirewatch.bench;

import java.util.List;
import java.util.Random;
import org.wirewatch.model.Item;
import org.wirewatch.model.Source;

/**
 * Items of 3 KB in made-up words with a few countries among them, each about a ferry of its own: no
 * two tell one story, so that each item is an alert at once.
 */
final class MadeUpNews {
  /** Watches everything built in, and ferries. */
  static final String WATCHLISTS =
      """
      watchlists:
        - id: all
          entries: [{pack: countries}, {pack: leaders}, {pack: events}, {id: ferries, query: ferry}]
      """;

  /** The entry under which each item is an alert. */
  static final String FERRIES = "ferries";

  private static final int CHARS = 3_000;
  private static final int WORDS = 20_000;
  private static final int OUTLETS = 200;
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final List<String> COUNTRIES =
      List.of("Kenya", "Peru", "Norway", "Vietnam", "Ecuador", "Ghana", "Chile", "Japan");

  private final Random random;
  private final String[] vocabulary = new String[WORDS];
  private int count;

  MadeUpNews(long seed) {
    random = new Random(seed);
    for (int i = 0; i < WORDS; i++) {
      vocabulary[i] = word(2 + random.nextInt(3));
    }
  }

  Item next() {
    String id = "m" + count++;
    String title = "Ferry " + name() + " delayed at " + name();
    StringBuilder body = new StringBuilder();
    while (body.length() < CHARS) {
      sentence(body);
    }
    String outlet = "outlet-" + random.nextInt(OUTLETS);
    return Item.ofText(id, title, body.toString())
        .withLanguage("en")
        .withSource(new Source(outlet, outlet, null, null, 2, null));
  }

  private void sentence(StringBuilder body) {
    body.append(name());
    int words = 8 + random.nextInt(12);
    for (int i = 0; i < words; i++) {
      body.append(' ').append(vocabulary[random.nextInt(WORDS)]);
    }
    if (random.nextInt(6) == 0) {
      body.append(" in ").append(COUNTRIES.get(random.nextInt(COUNTRIES.size())));
    }
    body.append(". ");
  }

  private String name() {
    String word = word(3);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String word(int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.toString();
  }
}
