package org.wirewatch.poll;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedInfo.Polling;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.feed.FeedResult.Parsed;
import org.wirewatch.feed.FeedResult.Unreadable;
import org.wirewatch.feed.Origin;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
import org.wirewatch.poll.FetchResult.Body;
import org.wirewatch.poll.FetchResult.Failed;
import org.wirewatch.poll.FetchResult.NotModified;
import org.wirewatch.poll.FetchResult.Reason;
import org.wirewatch.poll.Health.Outcome;

/**
 * Takes a feed from one state to the next by what came of a fetch. Pure and thread-safe.
 *
 * <p>The first document that is read marks the backlog as seen: of it only what is younger than the
 * freshness window comes out. From then on everything new comes out, however old, and edited items
 * under their own id.
 */
final class FeedProgress {
  private static final Duration NOT_FOUND_PATIENCE = Duration.ofDays(2);
  private static final int NOT_FOUND_TRIES = 5;
  private static final int MOVED_TRIES = 3;
  private static final int INDEX_START = 2_000;
  private static final int MAX_PARTS = 5;

  private final FeedParser parser;
  private final Duration freshness;
  private final Duration slowest;
  private final int maxEntries;

  FeedProgress(FeedParser parser, PollConfig config) {
    this.parser = parser;
    this.freshness = config.freshness();
    this.slowest = config.manners().slowest();
    this.maxEntries = config.limits().maxEntries();
  }

  /**
   * A poll's outcome.
   *
   * @param state the feed's new state
   * @param items what is to be emitted, the document's order
   * @param tally what it is counted as
   */
  record Polled(FeedState state, List<Item> items, Tally tally) {
    Polled {
      items = List.copyOf(items);
    }

    /** Nothing to emit. */
    static Polled nothing(FeedState state, Tally tally) {
      return new Polled(state, List.of(), tally);
    }

    /** A visit that is not about documents. */
    static Polled nothing(FeedState state) {
      return nothing(state, Tally.NONE);
    }

    Polled withItems(List<Item> newItems) {
      return new Polled(state, newItems, tally);
    }

    Polled withState(FeedState newState) {
      return new Polled(newState, items, tally);
    }
  }

  /** What to ask with: nothing after a failure, so that only a body ends it. */
  static Validators validators(FeedState state) {
    return state.health().isFailing() ? Validators.NONE : state.validators();
  }

  /**
   * The state after {@code result}.
   *
   * @param now the time of the fetch
   * @param jitter in [0,1)
   */
  Polled after(
      FeedDefinition feed, FeedState before, FetchResult result, Instant now, double jitter) {
    Poll poll = new Poll(feed, before, now, jitter, new PollSchedule(feed.interval(), slowest));
    return switch (result) {
      case Failed failed -> poll.failed(failed);
      case NotModified same -> poll.unchanged(hints(same.headers(), now), Tally.NOT_MODIFIED);
      case Body body -> document(poll, body);
    };
  }

  /**
   * The state after a push. It may hold only what is new, so it says nothing of the feed's health,
   * and when to poll stays as it is.
   */
  Polled delivered(FeedDefinition feed, FeedState before, Visit.Delivered push, Instant now) {
    Origin origin = new Origin(before.address(), push.headers(), now, feed);
    Poll poll = new Poll(feed, before, now, 0, new PollSchedule(feed.interval(), slowest));
    return switch (parser.parse(push.body(), origin)) {
      case Unreadable _ -> Polled.nothing(before.due(now), Tally.UNREADABLE);
      case Parsed parsed -> poll.pushed(parsed);
    };
  }

  /** What to do about an answer. */
  sealed interface Step {
    /** Nothing more. */
    record Done(Polled polled) implements Step {}

    /**
     * It is an index, whose parts are to be read.
     *
     * @param index without its bytes
     * @param parts those that changed last; news is not in the others
     */
    record Index(Body index, List<String> parts) implements Step {
      public Index {
        parts = List.copyOf(parts);
      }
    }
  }

  /** The state {@link #after} an answer, unless that is an index, such as one of sitemaps. */
  Step step(FeedDefinition feed, FeedState before, FetchResult result, Instant now, double jitter) {
    if (result instanceof Body body && mayBeIndex(body)) {
      List<String> parts =
          parsed(body, feed, now).map(index -> index.feed().parts()).orElse(List.of());
      if (!parts.isEmpty()) {
        return new Step.Index(
            body.withoutBytes(), parts.subList(0, Math.min(parts.size(), MAX_PARTS)));
      }
    }
    return new Step.Done(after(feed, before, result, now, jitter));
  }

  /** So that other documents are not read twice. */
  private static boolean mayBeIndex(Body body) {
    return new String(body.bytes(), 0, Math.min(INDEX_START, body.bytes().length), ISO_8859_1)
        .contains("sitemapindex");
  }

  /** A document's entries; empty where it cannot be read. */
  Optional<Parsed> parsed(Body body, FeedDefinition feed, Instant now) {
    Origin origin = new Origin(body.finalUrl(), body.headers(), now, feed);
    return parser.parse(body.bytes(), origin) instanceof Parsed parsed
        ? Optional.of(parsed)
        : Optional.empty();
  }

  /**
   * The state after an index and its parts, of which together no more is taken than of one
   * document. All of them are asked for each time, since an index may stay as it is while its parts
   * change.
   *
   * @param parts those that could be read
   * @param failed why the first one that could not be fetched was not; empty where all were
   */
  Polled afterParts(
      FeedDefinition feed,
      FeedState before,
      Body index,
      List<Parsed> parts,
      Optional<Failed> failed,
      Instant now,
      double jitter) {
    Poll poll = new Poll(feed, before, now, jitter, new PollSchedule(feed.interval(), slowest));
    if (parts.isEmpty()) {
      return failed
          .map(poll::failed)
          .orElseGet(
              () -> poll.unreadable("none of the parts that the sitemap index lists is a sitemap"));
    }
    List<Item> items = parts.stream().flatMap(part -> part.items().stream()).toList();
    List<Item> taken = items.subList(0, Math.min(items.size(), maxEntries));
    int dropped = parts.stream().mapToInt(Parsed::dropped).sum() + items.size() - taken.size();
    Parsed all = new Parsed(parts.getFirst().feed(), taken, dropped, List.of());
    return poll.read(all, index, Validators.NONE, hints(index.headers(), now), freshness);
  }

  private Polled document(Poll poll, Body body) {
    FeedState before = poll.before();
    String hash = sha256(body.bytes());
    ResponseHints hints = hints(body.headers(), poll.now());
    if (hash.equals(before.validators().bodyHash()) && !before.health().isFailing()) {
      return poll.unchanged(hints, Tally.SAME);
    }
    Origin origin = new Origin(body.finalUrl(), body.headers(), poll.now(), poll.feed());
    return switch (parser.parse(body.bytes(), origin)) {
      case Unreadable unreadable -> poll.unreadable(unreadable.reason());
      case Parsed parsed -> poll.read(parsed, body, Poll.validators(body, hash), hints, freshness);
    };
  }

  private static ResponseHints hints(Map<String, List<String>> headers, Instant now) {
    return ResponseHints.of(headers, now);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** One poll of one feed. */
  private record Poll(
      FeedDefinition feed, FeedState before, Instant now, double jitter, PollSchedule schedule) {

    Polled failed(Failed failed) {
      boolean retired = isRetired(failed);
      String problem =
          retired ? failed.message() + "; retired, asked once a week" : failed.message();
      Health health =
          before.health().failed(retired ? Outcome.RETIRED : Outcome.FAILED, problem, now);
      Instant next =
          retired
              ? now.plus(PollSchedule.RETIRED)
              : schedule.retry(now, health.failures(), failed.retryAfter(), jitter);
      FeedState state = before.withHealth(health).due(next);
      boolean movedInVain = before.movedTo() != null && health.failures() >= MOVED_TRIES;
      return Polled.nothing(
          movedInVain ? state.withMovedTo(null) : state, Tally.failed(failed.reason()));
    }

    private boolean isRetired(Failed failed) {
      Health health = before.health();
      Instant since = health.since();
      boolean stillNotFound =
          failed.reason() == Reason.NOT_FOUND
              && health.isFailing()
              && health.failures() + 1 >= NOT_FOUND_TRIES
              && since != null
              && !now.isBefore(since.plus(NOT_FOUND_PATIENCE));
      boolean moved = before.movedTo() != null;
      return !moved && (failed.reason() == Reason.GONE || stillNotFound);
    }

    Polled pushed(Parsed parsed) {
      SeenItems.Comparison news = before.seen().compare(parsed.items());
      List<Item> fresh = new ArrayList<>(news.added());
      fresh.addAll(news.edited());
      Habit habit = fresh.isEmpty() ? before.habit() : before.habit().arrival(now);
      return new Polled(
          before.withItems(habit, news.seen()), stamped(fresh), tally(news, 0, parsed.dropped()));
    }

    Polled unreadable(String reason) {
      Health health = before.health().failed(Outcome.UNREADABLE, reason, now);
      Instant next = schedule.retry(now, health.failures(), null, jitter);
      return Polled.nothing(before.withHealth(health).due(next), Tally.UNREADABLE);
    }

    /** The feed is as it was, and so is its health: "not modified" mends nothing. */
    Polled unchanged(ResponseHints hints, Tally tally) {
      Health health = before.health();
      Duration interval = interval(0, 1);
      Instant next = schedule.next(now, interval, before.polling(), hints, jitter);
      boolean silent = health.outcome() == Outcome.OK && before.habit().isBroken(now);
      Health told = silent ? health.read(Outcome.QUIET, quiet(), now) : health.asked(now);
      return Polled.nothing(before.withInterval(interval).withHealth(told).due(next), tally);
    }

    Polled read(
        Parsed parsed, Body body, Validators validators, ResponseHints hints, Duration freshness) {
      SeenItems.Comparison news = before.seen().compare(parsed.items());
      boolean first = before.health().succeeded() == null;
      int shown = news.added().size() + news.edited().size();
      List<Item> out =
          new ArrayList<>(
              news.added().stream().filter(i -> !first || isYoung(i, freshness)).toList());
      int backlog = news.added().size() - out.size();
      out.addAll(news.edited());
      Habit habit = shown == 0 ? before.habit() : before.habit().arrival(now);
      int newShare = first ? 0 : shown;
      Duration interval = first ? feed.interval() : interval(newShare, parsed.items().size());
      Polling wishes = LinkHeaders.over(parsed.feed().polling(), body.headers(), body.finalUrl());
      FeedState state =
          before
              .withItems(habit, news.seen())
              .withInterval(interval)
              .withHealth(health(parsed, habit))
              .withDocument(validators, wishes)
              .withMovedTo(body.movedTo() == null ? before.movedTo() : body.movedTo())
              .due(schedule.next(now, interval, wishes, hints, jitter));
      return new Polled(state, stamped(out), tally(news, backlog, parsed.dropped()));
    }

    private static Tally tally(SeenItems.Comparison news, int backlog, int unusable) {
      return Tally.read(
          news.added().size() - backlog, news.edited().size(), news.known(), backlog, unusable);
    }

    /** Where a hub pushes and a poll shows that it forgot nothing, polls are as rare as can be. */
    private Duration interval(int fresh, int total) {
      return fresh == 0 && before.isPushed(now)
          ? schedule.ceiling()
          : schedule.adapt(before.interval(), fresh, total);
    }

    private List<Item> stamped(List<Item> items) {
      return items.stream().map(i -> i.fetchedAt(now, feed.url())).toList();
    }

    private boolean isYoung(Item item, Duration freshness) {
      Instant published = item.published() != null ? item.published() : item.updated();
      return published == null || !published.isBefore(now.minus(freshness));
    }

    private Health health(Parsed parsed, Habit habit) {
      if (parsed.items().isEmpty()) {
        return before.health().read(Outcome.EMPTY, empty(parsed), now);
      }
      return habit.isBroken(now)
          ? before.health().read(Outcome.QUIET, quiet(), now)
          : before.health().read(Outcome.OK, null, now);
    }

    private String empty(Parsed parsed) {
      String what = parsed.feed().format() + " without entries";
      if (parsed.dropped() > 0) {
        return what + " that can be used, " + parsed.dropped() + " dropped; look at the feed";
      }
      return before.seen().size() > 0
          ? what + ", it had some before; look for the feed's new address on the site"
          : what + "; check that this is the right address";
    }

    private String quiet() {
      return "nothing new since "
          + before.habit().lastNew()
          + ", never silent for more than "
          + before.habit().longestGap().toHours()
          + " h before; see whether the site has a new feed";
    }

    /** A body that broke off must be asked for again in full. */
    private static Validators validators(Body body, String hash) {
      return body.truncated()
          ? Validators.NONE
          : new Validators(first(body, "etag"), first(body, "last-modified"), hash);
    }

    private static @Nullable String first(Body body, String name) {
      List<String> values = body.headers().getOrDefault(name, List.of());
      return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }
  }
}
