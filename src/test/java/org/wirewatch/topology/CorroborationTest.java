package org.wirewatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Entry;
import org.wirewatch.model.Item;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Source;
import org.wirewatch.model.Watchlist;

/** Independent originals, counted by all that reads an item: bylines, credits, houses, copies. */
class CorroborationTest {
  private static final String EVERY_STORY = "Ardle OR Ардл OR 阿德尔大桥 OR アードル橋 OR أردل";

  /** The reports of a story and how many independent originals they are. */
  private record Told(String name, int originals, List<Item> reports) {}

  @Test
  void originalsOfInventedReportsAreCountedExactly() throws IOException {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (Told told : stories()) {
      List<Alert> alerts = lastRevisions(told.reports());
      int counted = alerts.stream().mapToInt(a -> a.story().originals()).max().orElse(0);
      if (counted != told.originals()) {
        wrong.put(told.name(), counted + " instead of " + told.originals() + attributions(told));
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static List<Alert> lastRevisions(List<Item> reports) {
    Map<String, Alert> last = new LinkedHashMap<>();
    try (Replay replay =
        Replay.of(List.of(watchlist()), Judge.of(List.of(watchlist()))::judge, null)) {
      reports.forEach(item -> replay.feed(item).forEach(a -> last.put(a.id(), a)));
      replay.finish().forEach(a -> last.put(a.id(), a));
    }
    return List.copyOf(last.values());
  }

  private static Watchlist watchlist() {
    Entry.Watch watch = Entry.Watch.Query.of(EVERY_STORY);
    Entry entry = new Entry("bridge", "Bridge", watch, Severity.MEDIUM, Set.of(), Set.of());
    return new Watchlist(
        "desk", "Desk", List.of(), Severity.MEDIUM, List.of(entry), Watchlist.Sources.ALL);
  }

  private static String attributions(Told told) {
    Judge judge = Judge.of(List.of(watchlist()));
    StringBuilder all = new StringBuilder();
    for (Item item : told.reports()) {
      all.append("\n  ").append(item.source().name());
      all.append(' ').append(judge.judge(item).attribution());
    }
    return all.append('\n').toString();
  }

  private static List<Told> stories() throws IOException {
    List<Told> stories = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CorroborationTest.class.getResourceAsStream("voices.txt")),
                StandardCharsets.UTF_8))) {
      for (String line : in.lines().filter(l -> !l.startsWith("#")).toList()) {
        if (line.startsWith("=")) {
          String[] head = line.substring(1).split("\\|", -1);
          stories.add(
              new Told(head[0].strip(), Integer.parseInt(head[1].strip()), new ArrayList<>()));
        } else {
          List<Item> reports = stories.getLast().reports();
          reports.add(item(stories.getLast().name() + reports.size(), line, reports.size()));
        }
      }
    }
    return stories;
  }

  private static Item item(String id, String line, int number) {
    String[] f = line.split(" \\| ", -1);
    Item plain = Item.ofText(id, f[3], f[4].replace("\\n", "\n"));
    return new Item(
        id,
        f[1].equals("-") ? null : f[1],
        plain.title(),
        plain.summary(),
        plain.body(),
        null,
        TopologyFixture.NOON.plus(Duration.ofMinutes(10L * number)),
        null,
        null,
        new Source(f[0].toLowerCase(Locale.ROOT), f[0], null, null, 2, null),
        null,
        null,
        f[2].equals("-") ? List.of() : List.of(f[2]),
        List.of(),
        List.of(),
        null,
        List.of());
  }
}
