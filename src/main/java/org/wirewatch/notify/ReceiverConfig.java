package org.wirewatch.notify;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Somebody or something to tell.
 *
 * @param name unique among the receivers; the key of its notifications
 * @param timeZone in which times are written to it
 * @param timeToLive how long after the decision a message is still worth sending
 */
public record ReceiverConfig(
    String name, ZoneId timeZone, Duration timeToLive, Channel channel, Templates templates) {
  public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofHours(1);

  /** The receiver of a system without configuration. */
  public static final ReceiverConfig CONSOLE = of("console", new Channel.Console());

  /** A receiver in UTC with the default time to live. */
  public static ReceiverConfig of(String name, Channel channel) {
    return new ReceiverConfig(name, ZoneOffset.UTC, DEFAULT_TIME_TO_LIVE, channel, Templates.NONE);
  }
}
