package org.wirewatch.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.WatchlistReader;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Item;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Status;
import org.wirewatch.text.Fingerprinter;

/** Reads {@code stories.txt} and its like. */
final class InventedStories {
  /**
   * A report and the story that it tells.
   *
   * @param originals how many independent voices tell the story
   */
  record Told(String story, int originals, boolean heldOut, Sighting sighting) {}

  /** Finds the words for an event, which tell its reports apart as little as a country's name. */
  private static final Judge JUDGE =
      Judge.of(
          WatchlistReader.read("all.yaml", "watchlists: [{id: all, entries: [{pack: events}]}]")
              .value());

  private InventedStories() {}

  /** All reports of {@code stories.txt}, in the order of their times. */
  static List<Told> all() {
    return all("stories.txt");
  }

  /** All reports of a file, in the order of their times. */
  static List<Told> all(String file) {
    List<Told> all = new ArrayList<>();
    String story = "";
    int originals = 0;
    String thing = "";
    boolean heldOut = false;
    List<String> mentions = List.of();
    for (String line : lines(file)) {
      if (line.startsWith("=")) {
        heldOut = line.startsWith("= *");
        String[] parts = line.substring(heldOut ? 3 : 1).split("\\|", -1);
        story = parts[0].strip();
        originals = Integer.parseInt(parts[1].strip());
        thing = parts[2].strip();
        mentions = parts.length < 4 ? List.of() : List.of(parts[3].strip().split(",", -1));
      } else if (!line.startsWith("#")) {
        Sighting sighting = sighting(thing, mentions, line, all.size());
        all.add(new Told(story, originals, heldOut, sighting));
      }
    }
    all.sort(Comparator.comparing(t -> t.sighting().report().at()));
    return all;
  }

  private static Sighting sighting(String thing, List<String> mentions, String line, int number) {
    List<String> f = List.of(line.split(" \\| ", -1));
    Instant at = Instant.parse(f.get(0) + ":00Z");
    Report plain = Reports.report("item-" + number, f.get(1), at, f.get(8), f.get(9));
    String print =
        Fingerprinter.of(f.get(8), f.get(9), f.get(3))
            .without(Fingerprinter.ofMentions(list(f.get(7))))
            .without(Fingerprinter.ofMentions(mentions))
            .withoutWords(
                Fingerprinter.ofMentions(EventWords.of(evidence(thing, plain.item(), f), f.get(3))))
            .encoded();
    Report told =
        Reports.with(
            plain,
            Integer.parseInt(f.get(2)),
            f.get(3),
            list(f.get(7)),
            status(f.get(4)),
            list(f.get(5)),
            list(f.get(6)),
            print);
    return new Sighting(thing, kind(thing), told);
  }

  private static List<String> evidence(String thing, String id, List<String> f) {
    Item item = Item.ofText(id, f.get(8), f.get(9)).withLanguage(f.get(3));
    return JUDGE.judge(item).flags().stream()
        .filter(flag -> flag.entry().equals(thing))
        .flatMap(flag -> flag.evidence().stream())
        .map(Evidence::text)
        .distinct()
        .toList();
  }

  private static Kind kind(String thing) {
    return Kind.valueOf(thing.substring(0, thing.indexOf(':')).toUpperCase(Locale.ROOT));
  }

  private static @Nullable Status status(String word) {
    return word.equals("-")
        ? null
        : Status.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static List<String> list(String words) {
    return words.equals("-") ? List.of() : List.of(words.split(",", -1));
  }

  private static List<String> lines(String file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(InventedStories.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
