package org.wirewatch.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wirewatch.story.StoryStore.Filed;
import org.wirewatch.story.StoryStore.Retired;
import org.wirewatch.text.Fingerprint;

/**
 * The open stories of one watched thing, with the lookups that find a report's candidates without
 * reading them all: bands of near-duplicates, terms, items. Everything here is derived from the
 * store and written through to it. Not thread-safe.
 */
public final class Shelf implements OpenStories {
  private static final Comparator<Open> BY_CLOSING =
      Comparator.comparing((Open o) -> o.closes).thenComparing(o -> o.story.id());

  /** A copy is found by the first reports of a story; later ones repeat them. */
  static final int REPRESENTATIVES = 48;

  private final String thing;
  private final StoryLimits limits;
  private final StoryStore store;
  private final Map<String, Open> byId = new TreeMap<>();
  private final Map<String, Open> byItem = new HashMap<>();
  private final Map<Integer, Set<Open>> byTerm = new HashMap<>();
  private final Map<Integer, Set<Open>> byBand = new HashMap<>();
  private final Map<Integer, Set<Open>> byName = new HashMap<>();
  private final TreeSet<Open> closing = new TreeSet<>(BY_CLOSING);

  private Shelf(String thing, StoryLimits limits, StoryStore store) {
    this.thing = thing;
    this.limits = limits;
    this.store = store;
  }

  /** The shelf of a thing as its store holds it. */
  public static Shelf restored(String thing, StoryLimits limits, StoryStore store) {
    Shelf shelf = new Shelf(thing, limits, store);
    for (Story story : store.stories(thing)) {
      Open open = new Open(story, Centre.decoded(story.centre()));
      store.reports(thing, story.id()).forEach(filed -> shelf.add(open, filed));
      shelf.index(open);
      shelf.band(open);
    }
    return shelf;
  }

  /** A story with what is kept of it in memory. */
  static final class Open {
    private Story story;
    private Instant closes;
    private Centre centre;
    private double tally;
    private Set<?>[] postings = new Set<?>[0];
    private final Set<String> languages = new HashSet<>();
    private final List<Filed> reports = new ArrayList<>();
    private final List<Fingerprint> prints = new ArrayList<>();

    Open(Story story, Centre centre) {
      this.story = story;
      this.closes = story.closes();
      this.centre = centre;
    }

    private void become(Story now) {
      story = now;
      closes = now.closes();
    }

    /** Adds to a sum for whoever searches; true for the first since it was {@link #taken}. */
    boolean tally(double more) {
      boolean first = tally == 0;
      tally += more;
      return first;
    }

    /** The sum, which is zero again after this. */
    double taken() {
      double sum = tally;
      tally = 0;
      return sum;
    }

    Story story() {
      return story;
    }

    Centre centre() {
      return centre;
    }

    List<Filed> reports() {
      return reports;
    }

    /** The stories that have each term of the centre, in the order of its terms. */
    Set<?>[] postings() {
      return postings;
    }

    /** The languages of its reports without their regions; empty for unknown. */
    Set<String> languages() {
      return languages;
    }

    List<Fingerprint> prints() {
      return prints;
    }
  }

  public String thing() {
    return thing;
  }

  /** How many stories are open. */
  public int size() {
    return byId.size();
  }

  @Override
  public @Nullable Story story(String ofThing, String id) {
    Open open = byId.get(id);
    return open == null ? null : open.story;
  }

  @Override
  public List<Report> reports(Story story) {
    Open open = byId.get(story.id());
    return open == null ? List.of() : open.reports.stream().map(Filed::report).toList();
  }

  /** When the next story closes for quiet; null where none is open. */
  public @Nullable Instant nextClosing() {
    return closing.isEmpty() ? null : closing.first().closes;
  }

  /** The stories that close last, the last first: those that were told of most lately. */
  List<Open> newest(int most) {
    return closing.descendingSet().stream().limit(most).toList();
  }

  @Nullable Open byItem(String item) {
    return byItem.get(item);
  }

  @Nullable Open byId(String id) {
    return byId.get(id);
  }

  Set<Open> byTerm(int term) {
    return byTerm.getOrDefault(term, Set.of());
  }

  Set<Open> byBand(int band) {
    return byBand.getOrDefault(band, Set.of());
  }

  Set<Open> byName(int name) {
    return byName.getOrDefault(name, Set.of());
  }

  /** The story that should close next, if it is due by {@code now} or there are too many. */
  @Nullable Open overdue(Instant now) {
    if (closing.isEmpty()) {
      return null;
    }
    Open first = closing.first();
    boolean due = !first.closes.isAfter(now);
    return due || byId.size() > limits.storiesPerThing() ? first : null;
  }

  Open open(Story story, Filed report) {
    Open open = new Open(story, Centre.decoded(story.centre()));
    add(open, report);
    index(open);
    band(open);
    store.save(story);
    store.save(story, report);
    return open;
  }

  private void add(Open open, Filed filed) {
    open.reports.add(filed);
    open.prints.add(Fingerprint.decoded(filed.report().print()));
    open.languages.add(filed.report().primaryLanguage());
    byItem.put(filed.report().item(), open);
  }

  /** Gives a story one more report. */
  void add(Open open, Story story, Filed report) {
    unindex(open);
    open.become(story);
    open.centre = Centre.decoded(story.centre());
    add(open, report);
    index(open);
    if (open.reports.size() <= REPRESENTATIVES) {
      band(open, open.prints.getLast());
    }
    trim(open);
    store.save(story);
    store.save(story, report);
  }

  /** Replaces the report of an item by that of its newer text. */
  void replace(Open open, Story story, Filed report) {
    unband(open);
    int at = numbered(open, report.number());
    open.reports.set(at, report);
    open.prints.set(at, Fingerprint.decoded(report.report().print()));
    unindex(open);
    open.become(story);
    index(open);
    band(open);
    store.save(story);
    store.save(story, report);
  }

  /** Gives a report that the story has another voice. */
  void voice(Open open, Filed filed, String voice) {
    Filed voiced = new Filed(filed.number(), filed.report().withVoice(voice));
    open.reports.set(numbered(open, filed.number()), voiced);
    store.save(open.story, voiced);
  }

  /** Moves the reports of {@code from} to {@code into}, which becomes {@code story}. */
  void merge(Open from, Open into, Story story, List<Filed> moved) {
    remove(from);
    unband(into);
    unindex(into);
    into.become(story);
    into.centre = Centre.decoded(story.centre());
    moved.forEach(r -> add(into, r));
    moved.forEach(r -> store.save(story, r));
    index(into);
    band(into);
    trim(into);
    store.save(story);
  }

  /** Takes off a story that is over. */
  void close(Open open, Instant at) {
    for (int i = 0; i < open.reports.size(); i++) {
      String item = open.reports.get(i).report().item();
      String sketch = open.prints.get(i).onlySketch().encoded();
      store.retire(thing, new Retired(item, sketch, at));
    }
    remove(open);
  }

  /** What is remembered of an item whose story is over; null where nothing is. */
  @Nullable Retired retired(String item) {
    return store.retired(thing, item);
  }

  private void remove(Open open) {
    unband(open);
    unindex(open);
    open.reports.forEach(r -> byItem.remove(r.report().item()));
    open.reports.forEach(r -> store.drop(open.story, r.number()));
    store.drop(open.story);
  }

  private void trim(Open open) {
    while (open.reports.size() > limits.reportsPerStory()) {
      int oldest = limits.firstReports();
      Filed gone = open.reports.remove(oldest);
      open.prints.remove(oldest);
      byItem.remove(gone.report().item());
      store.drop(open.story, gone.number());
    }
  }

  private static int numbered(Open open, long number) {
    for (int i = 0; i < open.reports.size(); i++) {
      if (open.reports.get(i).number() == number) {
        return i;
      }
    }
    throw new IllegalArgumentException("no report " + number + " in " + open.story.id());
  }

  private void index(Open open) {
    byId.put(open.story.id(), open);
    closing.add(open);
    int[] terms = open.centre.terms();
    open.postings = new Set<?>[terms.length];
    for (int i = 0; i < terms.length; i++) {
      Set<Open> stories = byTerm.computeIfAbsent(terms[i], _ -> new HashSet<>());
      stories.add(open);
      open.postings[i] = stories;
    }
  }

  private void unindex(Open open) {
    byId.remove(open.story.id());
    closing.remove(open);
    for (int term : open.centre.terms()) {
      forget(byTerm, term, open);
    }
  }

  private void band(Open open) {
    representatives(open).forEach(print -> band(open, print));
  }

  private void band(Open open, Fingerprint print) {
    for (int band : print.bands()) {
      byBand.computeIfAbsent(band, _ -> new HashSet<>()).add(open);
    }
    for (int i = 0; i < print.namesSize(); i++) {
      byName.computeIfAbsent(print.name(i), _ -> new HashSet<>()).add(open);
    }
  }

  private void unband(Open open) {
    for (Fingerprint print : representatives(open)) {
      for (int band : print.bands()) {
        forget(byBand, band, open);
      }
      for (int i = 0; i < print.namesSize(); i++) {
        forget(byName, print.name(i), open);
      }
    }
  }

  private static List<Fingerprint> representatives(Open open) {
    return open.prints.subList(0, Math.min(REPRESENTATIVES, open.prints.size()));
  }

  private static void forget(Map<Integer, Set<Open>> index, int key, Open open) {
    Set<Open> there = index.get(key);
    if (there != null && there.remove(open) && there.isEmpty()) {
      index.remove(key);
    }
  }
}
