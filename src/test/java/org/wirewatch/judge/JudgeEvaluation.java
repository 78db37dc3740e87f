package org.wirewatch.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.judge.Figure.Tally;
import org.wirewatch.model.EventTold;
import org.wirewatch.model.Item;
import org.wirewatch.model.Status;
import tools.jackson.databind.JsonNode;

/**
 * Measures the judgement on the project's own labelled items: precision, recall and F1 by set, kind
 * of entry, language and status of an event. The figures that it must not fall below are in {@code
 * floors.tsv}; with the name of a file as an argument they are written anew.
 *
 * <p>A wrong answer is one that the labels forbid: a trap that fired, a country that the item is
 * filed under and is not about, an original that nobody cited. Names that the labels do not speak
 * of count neither way.
 */
public final class JudgeEvaluation {
  static final List<String> SETS = List.of("development", "held-out");

  /** Written after the rules, by a reader who had not seen what they get wrong. */
  static final String FRESH = "fresh";

  /** Written before a later round of rules, in all languages, and only counted since. */
  static final String UNSEEN = "unseen";

  /** Written when the rules of that round were made, and measured once. */
  static final String LAST = "last";

  /** Worded as differently as journalists can, with the rules of their round in sight. */
  static final String VARIED = "varied";

  /** The other half of those, by a writer who had seen neither rules nor examples; only counted. */
  static final String BLIND = "blind";

  /** Airspace in free wording by another writer, who knew neither; looked at since. */
  static final String AIRSPACE_VARIED = "airspace-varied";

  /** The other half of those; only counted. */
  static final String AIRSPACE_BLIND = "airspace-blind";

  /** Airspace by a third hand, who knew neither: the half that was not read. */
  static final String AIRSPACE_THIRD = "airspace-third";

  /** Closings, unrest and what governments do, by a fourth hand: the half that was not read. */
  static final String THIRD = "third";

  /** One point of a hundred. */
  static final double POINT = 0.01;

  /** Fewer than these and one of them is worth too much to hold anybody to it. */
  private static final int FEWEST = 10;

  private final ItemReader items = new ItemReader();
  private final EventReader events = new EventReader();
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  private JudgeEvaluation() {}

  /**
   * Prints the figures; an argument is the file that the floors are written to, or the name of a
   * set to list what was wrong in it.
   */
  public static void main(String[] args) throws IOException {
    JudgeEvaluation evaluation = evaluate();
    List<Figure> figures = evaluation.figures();
    figures.forEach(System.out::println);
    for (String arg : args) {
      if (arg.endsWith(".tsv")) {
        Files.writeString(Path.of(arg), floors(figures));
      }
      evaluation.wrong.stream()
          .filter(line -> line.startsWith(arg + '/'))
          .forEach(System.out::println);
    }
  }

  /** All figures, by name. */
  static List<Figure> measure() {
    return evaluate().figures();
  }

  private static JudgeEvaluation evaluate() {
    JudgeEvaluation evaluation = new JudgeEvaluation();
    for (String set : SETS) {
      evaluation.countries(set);
      evaluation.leaders(set);
      evaluation.events(set);
      evaluation.attribution(set);
    }
    evaluation.events(FRESH);
    evaluation.events(UNSEEN);
    evaluation.countries(UNSEEN);
    evaluation.events(LAST);
    evaluation.events(VARIED);
    evaluation.events(BLIND);
    evaluation.events(AIRSPACE_VARIED);
    evaluation.events(AIRSPACE_BLIND);
    evaluation.events(AIRSPACE_THIRD);
    evaluation.events(THIRD);
    return evaluation;
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    tallies.forEach((name, tally) -> figures.add(Figure.of(name, tally)));
    return figures;
  }

  /** The least F1 of each figure that is held to one. */
  static Map<String, Double> floors() {
    Map<String, Double> floors = new LinkedHashMap<>();
    text("floors.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          int tab = line.indexOf('\t');
          floors.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
        });
    return floors;
  }

  private static String floors(List<Figure> figures) {
    return figures.stream()
        .filter(figure -> figure.asked() >= FEWEST)
        .map(figure -> String.format(Locale.ROOT, "%s\t%.3f\n", figure.name(), figure.f1()))
        .collect(
            Collectors.joining(
                "", "# F1 when last written; the build fails a point below. name<tab>F1\n", ""));
  }

  private void countries(String set) {
    for (LabelledItems.Labelled each : LabelledItems.of(set)) {
      ItemReader.Read read = items.read(each.item());
      String language = String.valueOf(each.item().language());
      Set<String> found = new TreeSet<>();
      read.reading().mentions().stream()
          .filter(Mention::isCountry)
          .forEach(mention -> found.add(mention.country()));
      count(set, "country", language, found, each.mentions(), each.not());
      note(set, "country", each.mentions(), each.not(), found, each.item());
      each.about()
          .ifPresent(about -> {
            Set<String> filed = new TreeSet<>();
            read.salience()
                .forEach((referent, salience) -> {
                  if (referent instanceof Referent.Country(String code)
                      && FocusModel.builtIn().isAbout(salience)) {
                    filed.add(code);
                  }
                });
            count(set, "about", language, filed, about, minus(filed, about));
            note(set, "about", about, minus(filed, about), filed, each.item());
          });
    }
  }

  private void leaders(String set) {
    for (JsonNode example : lines("leaders-" + set + ".jsonl")) {
      Set<String> found = new TreeSet<>();
      for (Mention mention : items.read(Json.readItem(example)).reading().mentions()) {
        if (mention.referent() instanceof Referent.Leader(String slug)) {
          found.add(slug);
        }
      }
      count(
          set,
          "leader",
          example.path("language").asString(),
          found,
          strings(example, "leaders"),
          strings(example, "not"));
    }
  }

  private void attribution(String set) {
    for (JsonNode example : lines("attribution-" + set + ".jsonl")) {
      Set<String> found =
          new TreeSet<>(items.read(Json.readItem(example)).attribution().originals());
      Set<String> wanted = strings(example, "originals");
      count(
          set,
          "attribution",
          example.path("language").asString(),
          found,
          wanted,
          minus(found, wanted));
    }
  }

  private void events(String set) {
    for (JsonNode example : lines("events-" + set + ".jsonl")) {
      EventTold told = told(example);
      String language = example.path("lang").asString();
      if (example.path("status").isMissingNode()) {
        boolean fired = told != null && told.status().isLive();
        count(set, "event", language, fired ? Set.of("trap") : Set.of(), Set.of(), Set.of("trap"));
        note(!fired, set, example, told);
        continue;
      }
      Status meant = status(example);
      if (told == null && meant == Status.PAST) {
        continue;
      }
      Set<String> found = told == null ? Set.of() : Set.of("event");
      count(set, "event", language, found, Set.of("event"), Set.of());
      status(set, meant, told == null ? null : told.status());
      caution(set, meant, told);
      boolean placed = told == null || meant == Status.PAST || places(set, example, told);
      note(told != null && told.status() == meant && placed, set, example, told);
    }
  }

  /** To tell as a fact what is over, denied or only possible is the dearest error. */
  private void caution(String set, Status meant, @Nullable EventTold told) {
    boolean asked =
        switch (meant) {
          case ENDED, DENIED, POSSIBLE -> true;
          case IN_EFFECT, ANNOUNCED, PAST -> false;
        };
    if (asked) {
      boolean rash =
          told != null && (told.status() == Status.IN_EFFECT || told.status() == Status.ANNOUNCED);
      Tally tally = tally(set + "/caution");
      tally.right(rash ? 0 : 1);
      tally.missed(rash ? 1 : 0);
      tally.wrong(rash ? 1 : 0);
    }
  }

  private boolean places(String set, JsonNode example, EventTold told) {
    Set<String> meant = strings(example, "places");
    boolean right = meant.equals(Set.copyOf(told.places()));
    Tally tally = tally(set + "/places");
    tally.right(right ? 1 : 0);
    tally.missed(right ? 0 : 1);
    tally.wrong(right ? 0 : 1);
    return right;
  }

  private void note(
      String set,
      String kind,
      Set<String> wanted,
      Set<String> forbidden,
      Set<String> found,
      Item item) {
    Set<String> missed = minus(wanted, found);
    Set<String> fired = minus(forbidden, minus(forbidden, found));
    if (!missed.isEmpty() || !fired.isEmpty()) {
      wrong.add(
          set
              + '/'
              + kind
              + ": missed "
              + missed
              + ", fired "
              + fired
              + " for "
              + item.title()
              + " | "
              + item.body());
    }
  }

  private void note(boolean right, String set, JsonNode example, @Nullable EventTold told) {
    if (!right) {
      String said = told == null ? "nothing" : told.status() + " " + told.places();
      wrong.add(set + "/events: " + said + " for " + example);
    }
  }

  private void status(String set, Status meant, @Nullable Status told) {
    Tally ofMeant = tally(set + "/status/" + name(meant));
    if (told == meant) {
      ofMeant.right(1);
      return;
    }
    ofMeant.missed(1);
    if (told != null) {
      tally(set + "/status/" + name(told)).wrong(1);
    }
  }

  /** The event of the example's kind that is told most prominently; null where none is. */
  private @Nullable EventTold told(JsonNode example) {
    String text = example.path("text").asString();
    boolean sentence = ".!?।。".indexOf(text.charAt(text.length() - 1)) >= 0;
    Item item =
        Item.ofText("e", sentence ? "" : text, sentence ? text : "")
            .withLanguage(example.path("lang").asString());
    return events.read(items.read(item).reading()).stream()
        .filter(finding -> finding.slug().equals(example.path("event").asString()))
        .map(finding -> finding.events().getFirst())
        .findFirst()
        .orElse(null);
  }

  private static Status status(JsonNode example) {
    return Status.valueOf(
        example.path("status").asString().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String name(Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void count(
      String set,
      String kind,
      String language,
      Set<String> found,
      Set<String> wanted,
      Set<String> forbidden) {
    for (String name : List.of(set + '/' + kind, set + '/' + kind + '/' + language)) {
      Tally tally = tally(name);
      tally.right(wanted.size() - minus(wanted, found).size());
      tally.missed(minus(wanted, found).size());
      tally.wrong(forbidden.size() - minus(forbidden, found).size());
    }
  }

  private Tally tally(String name) {
    return tallies.computeIfAbsent(name, _ -> new Tally());
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static Set<String> strings(JsonNode example, String name) {
    Set<String> strings = new TreeSet<>();
    example.path(name).forEach(each -> strings.add(each.asString()));
    return strings;
  }

  private static List<JsonNode> lines(String name) {
    return text(name).lines().map(Json.mapper()::readTree).toList();
  }

  private static String text(String name) {
    try (InputStream in = JudgeEvaluation.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
