package org.wirewatch.poll;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.poll.FetchResult.Body;
import org.wirewatch.poll.FetchResult.Failed;
import org.wirewatch.poll.FetchResult.NotModified;

/**
 * Which pages a host lets robots read (RFC 9309). Thread-safe.
 *
 * <p>Asked for articles only: a feed is published to be polled. Rules are kept for an hour, those
 * of the {@value #MAX_HOSTS} hosts asked for last.
 */
final class Robots {
  private static final int MAX_HOSTS = 1_000;
  private static final int UNREACHABLE = 503;
  private static final long MAX_DELAY_MILLIS = 10_000;

  /** What RFC 9309 2.5 asks to read at least. */
  private static final long MAX_BYTES = 512 * 1024;

  private static final Duration KEPT = Duration.ofHours(1);
  private static final List<String> NAME = List.of("wirewatch");

  private final Fetcher fetcher;
  private final InstantSource clock;
  private final Map<String, Rules> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
          return size() > MAX_HOSTS;
        }
      };

  Robots(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /**
   * How long to leave the page's host alone after fetching it ({@code Crawl-delay}, {@value
   * #MAX_DELAY_MILLIS} ms at most); empty if it may not be fetched. Blocks on the host's robots.txt
   * where it is not known.
   */
  Optional<Duration> allow(URI page) throws InterruptedException {
    String host = page.getScheme() + "://" + page.getAuthority();
    Instant now = clock.instant();
    Rules rules = remembered(host);
    if (rules == null || rules.read().plus(KEPT).isBefore(now)) {
      rules = new Rules(fetch(host + "/robots.txt"), now);
      remember(host, rules);
    }
    long delay = Math.clamp(rules.rules().getCrawlDelay(), 0, MAX_DELAY_MILLIS);
    return rules.rules().isAllowed(page.toString())
        ? Optional.of(Duration.ofMillis(delay))
        : Optional.empty();
  }

  private BaseRobotRules fetch(String url) throws InterruptedException {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    return switch (fetcher.fetch(url, Validators.NONE, MAX_BYTES)) {
      case Body body -> parser.parseContent(url, body.bytes(), "text/plain", NAME);
      case Failed failed ->
          parser.failedFetch(failed.status() == 0 ? UNREACHABLE : failed.status());
      case NotModified unasked -> parser.failedFetch(UNREACHABLE);
    };
  }

  private @Nullable Rules remembered(String host) {
    synchronized (known) {
      return known.get(host);
    }
  }

  private void remember(String host, Rules rules) {
    synchronized (known) {
      known.put(host, rules);
    }
  }

  private record Rules(BaseRobotRules rules, Instant read) {}
}
