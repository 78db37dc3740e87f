package org.wirewatch.notify;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything configured about telling.
 *
 * @param firstPause how long to wait after a first failed attempt; each further one doubles it
 * @param longestPause the most to wait between two attempts
 * @param sendTimeout how long one attempt may take; well under the lock that the broker grants
 * @param links what the links in mails need; null where there are none
 */
public record NotifyConfig(
    List<ReceiverConfig> receivers,
    Duration firstPause,
    Duration longestPause,
    Duration sendTimeout,
    @Nullable Links links) {
  public static final NotifyConfig DEFAULT =
      new NotifyConfig(
          List.of(ReceiverConfig.CONSOLE),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(10),
          null);

  /**
   * Links in mails by which people act.
   *
   * @param publicUrl where the desk can be reached from outside; without a slash at the end
   * @param key signs them
   */
  public record Links(URI publicUrl, Secret key) {}

  public NotifyConfig {
    receivers = List.copyOf(receivers);
  }

  public NotifyConfig withReceivers(List<ReceiverConfig> others) {
    return new NotifyConfig(others, firstPause, longestPause, sendTimeout, links);
  }

  public NotifyConfig withLinks(@Nullable Links others) {
    return new NotifyConfig(receivers, firstPause, longestPause, sendTimeout, others);
  }

  public NotifyConfig withPauses(Duration first, Duration longest) {
    return new NotifyConfig(receivers, first, longest, sendTimeout, links);
  }

  /** What is wrong with it, each as {@code path: what}; empty if nothing is. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < receivers.size(); i++) {
      ReceiverConfig receiver = receivers.get(i);
      if (!names.add(receiver.name())) {
        problems.add("receivers[" + i + "].name: '" + receiver.name() + "' is there twice");
      }
    }
    return problems;
  }
}
