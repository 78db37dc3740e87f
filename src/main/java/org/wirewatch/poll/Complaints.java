package org.wirewatch.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds that have just fallen ill, told together where they are many: when the network is down,
 * that is one thing to know and not a line a feed. Thread-safe.
 */
final class Complaints {
  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
  private static final Duration GATHER = Duration.ofSeconds(8);
  private static final int EACH = 3;

  private record Complaint(String feed, String problem) {}

  private final List<Complaint> waiting = new ArrayList<>();
  private Instant since = Instant.MAX;

  synchronized void add(String feed, String problem, Instant now) {
    since = waiting.isEmpty() ? now : since;
    waiting.add(new Complaint(feed, problem));
  }

  /** Logs what has waited long enough for company. */
  synchronized void tell(Instant now) {
    if (waiting.isEmpty() || now.isBefore(since.plus(GATHER))) {
      return;
    }
    if (waiting.size() > EACH) {
      String first =
          waiting.stream()
              .limit(EACH)
              .map(Complaint::problem)
              .distinct()
              .collect(Collectors.joining("; "));
      LOG.atWarn()
          .addKeyValue("feeds", waiting.size())
          .log(
              "these feeds cannot be read and are tried again later; the first because: {}", first);
    } else {
      waiting.forEach(c -> LOG.atWarn().addKeyValue("feed", c.feed()).log("{}", c.problem()));
    }
    waiting.clear();
  }
}
