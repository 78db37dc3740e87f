package org.wirewatch.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds that have just fallen ill, told together where they are many: when the network is down,
 * that is one thing to know and not a line a feed. Confined to one thread.
 */
final class Complaints {
  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
  private static final int EACH = 3;

  private record Complaint(String feed, String problem) {}

  private final List<Complaint> waiting = new ArrayList<>();

  void add(String feed, String problem) {
    waiting.add(new Complaint(feed, problem));
  }

  /** Logs what came since the last time. */
  void tell() {
    if (waiting.size() > EACH) {
      String first =
          waiting.stream()
              .limit(EACH)
              .map(Complaint::problem)
              .distinct()
              .collect(Collectors.joining("; "));
      LOG.atWarn()
          .addKeyValue("feeds", waiting.size())
          .log("several feeds cannot be read, the first because: {}", first);
    } else {
      waiting.forEach(c -> LOG.atWarn().addKeyValue("feed", c.feed()).log("{}", c.problem()));
    }
    waiting.clear();
  }
}
