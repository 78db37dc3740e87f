package org.wirewatch.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.wirewatch.model.Item;
import org.wirewatch.model.Source;

/**
 * Items of 3 KB about made-up accidents of ferries, each story told by some outlets in their own
 * words. The lead has the story's names, the rest is what {@link NewsWriter} writes.
 */
final class MadeUpNews {
  /** Watches everything built in, and ferries. */
  static final String WATCHLISTS =
      """
      watchlists:
        - id: all
          entries: [{pack: countries}, {pack: leaders}, {pack: events}, {id: ferries, query: ferry}]
      """;

  /** The entry under which each story is an alert. */
  static final String FERRIES = "ferries";

  private static final int OUTLETS = 200;

  /** Stories that are in the news at once. */
  private static final int AT_ONCE = 40;

  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final List<String> LEADS =
      List.of(
          "The ferry %1$s ran aground off %2$s with %5$d people aboard, captain %3$s %4$s said.",
          "Lifeboats brought %5$d passengers of the %1$s into %2$s, where %3$s %4$s met them.",
          "Captain %3$s %4$s of the %1$s was questioned in %2$s after his ferry had hit rocks.",
          "Divers began to look at the hull of the %1$s near %2$s, its owner %3$s %4$s said.");

  private final Random random;
  private final NewsWriter writer;
  private final int toldBy;
  private final Deque<Object[]> stories = new ArrayDeque<>();
  private int count;

  /** {@code toldBy} reports of each story, on average. */
  MadeUpNews(long seed, int toldBy) {
    random = new Random(seed);
    this.toldBy = toldBy;
    writer = new NewsWriter(seed);
  }

  /** So many items. */
  List<Item> items(int number) {
    List<Item> items = new ArrayList<>(number);
    for (Item body : writer.items(number)) {
      if (stories.size() < AT_ONCE || random.nextInt(toldBy) == 0) {
        stories.addLast(story());
      }
      if (stories.size() > AT_ONCE) {
        stories.removeFirst();
      }
      items.add(item(List.copyOf(stories).get(random.nextInt(stories.size())), body));
    }
    return items;
  }

  private Object[] story() {
    return new Object[] {name(), name(), name(), name(), 20 + random.nextInt(900)};
  }

  private Item item(Object[] story, Item body) {
    String first = String.format(LEADS.get(random.nextInt(LEADS.size())), story);
    String second = String.format(LEADS.get(random.nextInt(LEADS.size())), story);
    String title = "Ferry %s in distress at %s".formatted(story[0], story[1]);
    String outlet = "outlet-" + random.nextInt(OUTLETS);
    return Item.ofText("m" + count++, title, first + " " + second + "\n" + body.body())
        .withLanguage("en")
        .withSource(new Source(outlet, outlet, null, null, 2, null));
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      name.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }
}
