package org.wirewatch.poll;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.wirewatch.model.FeedDefinition;

/**
 * The feeds of one partition and when each is due. A feed that was taken is not due again before it
 * is done. Thread-safe.
 */
final class DueFeeds {
  /** More than this many pushes of one feed at a time are told to come again. */
  private static final int MAX_VISITS = 16;

  private final Map<String, Subscribed> feeds = new HashMap<>();
  private final Map<String, FeedState> unclaimed = new HashMap<>();
  private final PriorityQueue<Due> queue = new PriorityQueue<>((a, b) -> a.at().compareTo(b.at()));

  private long turns;
  private boolean isListRead;

  /**
   * A feed to poll now.
   *
   * @param written the state as it was last written, which may be a few unchanged answers behind
   * @param turn tells this taking of the feed from every other
   * @param visit what is to be done for it
   */
  record Task(FeedDefinition feed, FeedState state, FeedState written, long turn, Visit visit) {}

  /** Forgets what it knew of states and takes these; what was taken before does not count. */
  synchronized void load(Map<String, FeedState> states, Instant now) {
    unclaimed.clear();
    unclaimed.putAll(states);
    queue.clear();
    List<Subscribed> known = List.copyOf(feeds.values());
    feeds.clear();
    known.forEach(s -> subscribe(s.feed, now));
  }

  /** Adds a feed, or changes how it is polled; a changed one is tried again at once. */
  synchronized void subscribe(FeedDefinition feed, Instant now) {
    Subscribed known = feeds.get(feed.url());
    if (known == null) {
      FeedState stored = unclaimed.remove(feed.url());
      FeedState state =
          stored == null ? FeedState.unpolled(feed.url(), feed.interval(), now) : stored;
      Subscribed added = new Subscribed(feed, state);
      feeds.put(feed.url(), added);
      queue.add(new Due(state.dueAt(), added));
    } else if (!known.feed.equals(feed)) {
      known.feed = feed;
      known.isChanged = known.isTaken();
      if (!known.isTaken()) {
        reschedule(known, now);
      }
    }
  }

  /** Drops a feed; whether there is a state of it to be forgotten. */
  synchronized boolean unsubscribe(String url) {
    boolean hadState = unclaimed.remove(url) != null;
    return feeds.remove(url) != null || hadState;
  }

  /** The feeds that are due, the longest overdue first. */
  synchronized List<Task> takeDue(Instant now) {
    List<Task> due = new ArrayList<>();
    for (Due head = queue.peek(); head != null && !head.at().isAfter(now); head = queue.peek()) {
      queue.remove();
      Subscribed of = head.of();
      if (feeds.get(of.feed.url()) == of && of.isDue(head.at()) && !of.isTaken()) {
        of.turn = ++turns;
        due.add(new Task(of.feed, of.state, of.written, of.turn, of.next(now)));
      }
    }
    return due;
  }

  /** Whether what comes of the task still counts; not if the feed was dropped meanwhile. */
  synchronized boolean isCurrent(Task task) {
    Subscribed known = feeds.get(task.feed().url());
    return known != null && known.turn == task.turn();
  }

  /** Takes the state that a poll led to, and whether it was written. */
  synchronized void done(Task task, FeedState state, boolean written, Instant now) {
    Subscribed known = feeds.get(task.feed().url());
    if (known == null || !isCurrent(task)) {
      return;
    }
    known.written = written ? state : known.written;
    known.turn = 0;
    known.state = state;
    if (known.isChanged) {
      known.isChanged = false;
      reschedule(known, now);
    } else {
      queue.add(new Due(known.dueAt(), known));
    }
  }

  /**
   * Asks for something to be done for a feed as soon as nothing else is being done for it; false if
   * the feed is not here, or too much waits already.
   */
  synchronized boolean visit(String url, Visit visit) {
    Subscribed known = feeds.get(url);
    if (known == null || known.visits.size() >= MAX_VISITS) {
      return false;
    }
    known.visits.add(visit);
    queue.add(new Due(known.dueAt(), known));
    return true;
  }

  /**
   * The list of feeds was read to its end: states of feeds that are not on it are of feeds that
   * were cancelled while nobody polled.
   */
  synchronized void listRead() {
    isListRead = true;
  }

  /** The feeds whose states are to be forgotten since nobody subscribes to them any more. */
  synchronized Set<String> takeOrphans() {
    if (!isListRead || unclaimed.isEmpty()) {
      return Set.of();
    }
    Set<String> orphans = Set.copyOf(unclaimed.keySet());
    unclaimed.clear();
    return orphans;
  }

  /** The state of every feed. */
  synchronized List<FeedState> states() {
    return feeds.values().stream().map(s -> s.state).toList();
  }

  private void reschedule(Subscribed known, Instant now) {
    known.state = known.state.due(now);
    queue.add(new Due(known.dueAt(), known));
  }

  private static final class Subscribed {
    private FeedDefinition feed;
    private FeedState state;
    private FeedState written;
    private long turn;
    private boolean isChanged;
    private final Deque<Visit> visits = new ArrayDeque<>();

    Subscribed(FeedDefinition feed, FeedState state) {
      this.feed = feed;
      this.state = state;
      this.written = state;
    }

    /** Whoever comes to visit does not wait for the time of the poll. */
    Instant dueAt() {
      return visits.isEmpty() ? state.dueAt() : Instant.EPOCH;
    }

    boolean isDue(Instant at) {
      return at.equals(dueAt());
    }

    Visit next(Instant now) {
      Visit visit = visits.poll();
      if (visit != null) {
        return visit;
      }
      return state.nextPoll().isAfter(now) ? new Visit.AskHub() : new Visit.Poll();
    }

    boolean isTaken() {
      return turn != 0;
    }
  }

  private record Due(Instant at, Subscribed of) {}
}
