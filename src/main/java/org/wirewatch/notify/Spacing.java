package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The shortest time between two messages to one place, shared by every receiver of this process
 * whose messages land there: Slack allows a channel one a second, whoever speaks. Other processes
 * are not known here; what is too fast altogether the service says itself, and is obeyed.
 * Thread-safe.
 */
final class Spacing {
  private final Duration gap;
  private Instant open = Instant.EPOCH;

  Spacing(Duration gap) {
    this.gap = gap;
  }

  /** Lets the caller through and keeps the next one waiting; false where it is too early. */
  synchronized boolean pass(Instant now) {
    if (now.isBefore(open)) {
      return false;
    }
    open = now.plus(gap);
    return true;
  }

  synchronized void shutUntil(Instant until) {
    if (until.isAfter(open)) {
      open = until;
    }
  }

  synchronized Instant opens() {
    return open;
  }

  /** Where messages land, as far as a configuration tells. */
  private record Place(Secret key, String name) {
    static Optional<Place> of(Channel channel) {
      return switch (channel) {
        case Channel.SlackBot slack -> {
          String name = slack.channel().strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT);
          yield Optional.of(new Place(slack.token(), name));
        }
        case Channel.SlackWebhook slack -> Optional.of(new Place(slack.webhook(), ""));
        case Channel.Teams teams -> Optional.of(new Place(teams.webhook(), ""));
        case Channel.Telegram telegram -> Optional.of(new Place(telegram.token(), telegram.chat()));
        case Channel.Console _,
            Channel.Email _,
            Channel.Webhook _,
            Channel.KafkaTopic _,
            Channel.PagerDuty _,
            Channel.Ntfy _ ->
            Optional.empty();
      };
    }
  }

  /** The spacings of a process. Confined to one thread. */
  static final class Register {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Map<Place, Spacing> spacings = new HashMap<>();

    /** The one that all receivers on the same place share. */
    Spacing of(Channel channel) {
      return Place.of(channel)
          .map(place -> spacings.computeIfAbsent(place, _ -> new Spacing(A_SECOND)))
          .orElseGet(() -> new Spacing(Duration.ZERO));
    }
  }
}
