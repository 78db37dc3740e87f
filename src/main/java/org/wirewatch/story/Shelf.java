package org.wirewatch.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
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
      Comparator.comparing(Open::closes).thenComparing(o -> o.story().id());

  /** A copy is found by the first reports of a story; later ones repeat them. */
  static final int REPRESENTATIVES = 48;

  private final String thing;
  private final StoryLimits limits;
  private final StoryStore store;
  private final Map<String, Open> byId = new TreeMap<>();
  private final Map<String, Open> byItem = new HashMap<>();
  private final ShelfIndex index = new ShelfIndex();
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
    return open == null ? null : open.story();
  }

  @Override
  public List<Report> reports(Story story) {
    Open open = byId.get(story.id());
    return open == null ? List.of() : open.reports().stream().map(Filed::report).toList();
  }

  /** When the next story closes for quiet; null where none is open. */
  public @Nullable Instant nextClosing() {
    return closing.isEmpty() ? null : closing.first().closes();
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
    return index.byTerm(term);
  }

  Set<Open> byBand(int band) {
    return index.byBand(band);
  }

  Set<Open> byName(int name) {
    return index.byName(name);
  }

  /** The story that should close next, if it is due by {@code now} or there are too many. */
  @Nullable Open overdue(Instant now) {
    if (closing.isEmpty()) {
      return null;
    }
    Open first = closing.first();
    boolean due = !first.closes().isAfter(now);
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
    open.add(filed);
    byItem.put(filed.report().item(), open);
  }

  /** Gives a story one more report. */
  void add(Open open, Story story, Centre centre, Filed report) {
    displace(open);
    open.become(story);
    index.move(open, centre);
    add(open, report);
    place(open);
    if (open.reports().size() <= REPRESENTATIVES) {
      index.band(open, open.prints().getLast());
    }
    trim(open);
    store.save(story);
    store.save(story, report);
  }

  /** Replaces the report of an item by that of its newer text. */
  void replace(Open open, Story story, Filed report) {
    unband(open);
    open.replace(numbered(open, report.number()), report);
    displace(open);
    open.become(story);
    place(open);
    band(open);
    store.save(story);
    store.save(story, report);
  }

  /** Gives a report that the story has another voice. */
  void voice(Open open, Filed filed, String voice) {
    Filed voiced = new Filed(filed.number(), filed.report().withVoice(voice));
    open.voice(numbered(open, filed.number()), voiced);
    store.save(open.story(), voiced);
  }

  /** Moves the reports of {@code from} to {@code into}, which becomes {@code story}. */
  void merge(Open from, Open into, Story story, List<Filed> moved) {
    remove(from);
    unband(into);
    displace(into);
    into.become(story);
    index.move(into, Centre.decoded(story.centre()));
    moved.forEach(r -> add(into, r));
    moved.forEach(r -> store.save(story, r));
    place(into);
    band(into);
    trim(into);
    store.save(story);
  }

  /** Takes off a story that is over. */
  void close(Open open, Instant at) {
    for (int i = 0; i < open.reports().size(); i++) {
      String item = open.reports().get(i).report().item();
      String sketch = open.prints().get(i).onlySketch().encoded();
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
    open.reports().forEach(r -> byItem.remove(r.report().item()));
    open.reports().forEach(r -> store.drop(open.story(), r.number()));
    store.drop(open.story());
  }

  private void trim(Open open) {
    while (open.reports().size() > limits.reportsPerStory()) {
      int oldest = limits.firstReports();
      Filed gone = open.forget(oldest);
      byItem.remove(gone.report().item());
      store.drop(open.story(), gone.number());
    }
  }

  private static int numbered(Open open, long number) {
    for (int i = 0; i < open.reports().size(); i++) {
      if (open.reports().get(i).number() == number) {
        return i;
      }
    }
    throw new IllegalArgumentException("no report " + number + " in " + open.story().id());
  }

  private void index(Open open) {
    place(open);
    index.enter(open);
  }

  private void unindex(Open open) {
    displace(open);
    index.leave(open);
  }

  private void place(Open open) {
    byId.put(open.story().id(), open);
    closing.add(open);
  }

  /** Before its story becomes another: {@code closing} is sorted by what the story says. */
  private void displace(Open open) {
    byId.remove(open.story().id());
    closing.remove(open);
  }

  private void band(Open open) {
    representatives(open).forEach(print -> index.band(open, print));
  }

  private void unband(Open open) {
    representatives(open).forEach(print -> index.unband(open, print));
  }

  private static List<Fingerprint> representatives(Open open) {
    return open.prints().subList(0, Math.min(REPRESENTATIVES, open.prints().size()));
  }
}
