package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Matchers;

/**
 * What a button or a link asks for: a verb and the alert that it is about, with what a silence
 * needs to know of it. Immutable.
 *
 * @param reason what the person adds; empty for nothing
 */
record Ask(
    Verb verb, String alert, String watchlist, String entry, List<String> places, String reason) {
  static final Duration SNOOZE = Duration.ofHours(1);
  static final Duration SILENCE = Duration.ofHours(8);
  static final int LONGEST_REASON = 500;

  Ask {
    places = List.copyOf(places);
    reason = reason == null ? "" : reason; // links and buttons made before there was one
  }

  /** What people can do about an alert from a message. */
  enum Verb {
    ACKNOWLEDGE("Acknowledge"),
    SNOOZE("Snooze 1 h"),
    /** Everything of the same watchlist entry at the same places. */
    SILENCE("Silence 8 h"),
    FALSE_ALARM("False alarm");

    private final String label;

    Verb(String label) {
      this.label = label;
    }

    /** What stands on the button. */
    String label() {
      return label;
    }
  }

  /** Why an alert is none, where there is no room to write it out. */
  enum Excuse {
    OTHER_MEANING("The words mean something else"),
    NOT_SO("It is not so"),
    OLD("Old news"),
    EXERCISE("An exercise or fiction"),
    NOT_OURS("Nothing for this desk"),
    UNSAID("No reason given");

    private final String label;

    Excuse(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    /** What a menu sends back, within the 150 characters that Slack allows it. */
    String choice(Alert alert) {
      return name() + SEPARATOR + alert.id();
    }
  }

  private static final char SEPARATOR = ' ';

  static Ask of(Verb verb, Alert alert) {
    return new Ask(verb, alert.id(), alert.watchlist(), alert.entry(), alert.places(), "");
  }

  /** What was chosen from the menu of excuses; empty where it is none of its choices. */
  static Optional<Ask> chosen(String choice) {
    for (Excuse excuse : Excuse.values()) {
      String begin = excuse.name() + SEPARATOR;
      if (choice.startsWith(begin)) {
        String alert = choice.substring(begin.length());
        return Optional.of(new Ask(Verb.FALSE_ALARM, alert, "", "", List.of(), excuse.label()));
      }
    }
    return Optional.empty();
  }

  /** The same with what a person wrote, as far as it is one line of bearable length. */
  Ask because(String written) {
    String line = Clean.cut(Clean.line(written), LONGEST_REASON);
    return new Ask(verb, alert, watchlist, entry, places, line);
  }

  String json() {
    return Json.mapper().writeValueAsString(this);
  }

  /**
   * @throws tools.jackson.core.JacksonException if it is none
   */
  static Ask parse(String json) {
    return Json.mapper().readValue(json, Ask.class);
  }

  /** The record that it becomes; asked again, it becomes one with the same id. */
  Action by(String who, Instant now) {
    return switch (verb) {
      case ACKNOWLEDGE -> new Action.Acknowledge(alert, who, now, reason);
      case SNOOZE -> new Action.Snooze(alert, who, now, now.plus(SNOOZE));
      case FALSE_ALARM -> new Action.FalseAlarm(alert, who, now, reason);
      case SILENCE ->
          new Action.Silence(
              silenceId(),
              who,
              now,
              matchers(),
              now,
              now.plus(SILENCE),
              reason.isEmpty() ? "from " + alert : reason,
              null);
    };
  }

  private String silenceId() {
    String what = watchlist + "\n" + entry + "\n" + String.join(",", places);
    return "silence:" + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
  }

  private Matchers matchers() {
    return new Matchers(
        Set.of(watchlist),
        Set.of(entry),
        Set.of(),
        Set.copyOf(places),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }

  /** Who did what and when, in one line. */
  static String note(Action action, ZoneId zone) {
    String at = " by " + Clean.line(action.by()) + " · " + Telling.time(action.at(), zone);
    return switch (action) {
      case Action.Acknowledge acknowledged -> "Acknowledged" + at + reason(acknowledged.reason());
      case Action.Snooze snooze -> "Snoozed until " + Telling.time(snooze.until(), zone) + at;
      case Action.Assign assign -> "Assigned to " + Clean.line(assign.to()) + at;
      case Action.FalseAlarm dismissed ->
          "Marked as a false alarm" + at + reason(dismissed.reason());
      case Action.Silence silence -> "Silenced until " + Telling.time(silence.until(), zone) + at;
    };
  }

  private static String reason(String reason) {
    return reason.isBlank() ? "" : ": " + Clean.line(reason);
  }

  /** The verb that an action answers, so that its button can go; none for an assignment. */
  static Optional<Verb> verb(Action action) {
    return switch (action) {
      case Action.Acknowledge _ -> Optional.of(Verb.ACKNOWLEDGE);
      case Action.Snooze _ -> Optional.of(Verb.SNOOZE);
      case Action.FalseAlarm _ -> Optional.of(Verb.FALSE_ALARM);
      case Action.Silence _ -> Optional.of(Verb.SILENCE);
      case Action.Assign _ -> Optional.empty();
    };
  }
}
