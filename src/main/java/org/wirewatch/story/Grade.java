package org.wirewatch.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/**
 * How loud an alert is, and why in plain words.
 *
 * <p>It starts at the entry's own level and takes steps, each told in {@code why}:
 *
 * <table>
 * <caption>Steps; louder is positive</caption>
 * <tr><td>possible</td><td>-1</td><td>denied</td><td>-2</td></tr>
 * <tr><td>ended</td><td>-1</td><td>past</td><td>-2</td></tr>
 * <tr><td>told in passing: no report has a salience of {@value #IN_PASSING}</td><td>-½</td><td>one
 * voice, and no source above tier 3, repeating another</td><td>-½</td></tr>
 * <tr><td>three or more independent originals</td><td>+½</td><td>two or more of them and a tier-1
 * source</td><td>+½</td></tr>
 * </table>
 *
 * <p>{@code why} says each step in brackets. A half step alone changes nothing. Severity never
 * leaves critical … info.
 */
record Grade(Severity severity, List<String> why) {
  private static final double IN_PASSING = 0.2;

  /** What is weighed: all reports of a story that one subscriber takes. */
  static Grade of(Severity own, @Nullable Status status, List<Report> reports, int originals) {
    List<String> why = new ArrayList<>();
    why.add("entry's own level is " + word(own));
    int halves = 2 * weight(status);
    if (status != null) {
      why.add("the event is " + word(status).replace('-', ' ') + step(halves));
    }
    if (reports.stream().allMatch(r -> r.telling().salience() < IN_PASSING)) {
      halves--;
      why.add("told only in passing" + step(-1));
    }
    int tier = reports.stream().mapToInt(Report::tier).min().orElse(3);
    halves += voices(reports, originals, tier, why);
    Severity severity = stepped(own, halves / 2);
    if (halves != 0) {
      why.add("which makes it " + word(severity));
    }
    return new Grade(severity, List.copyOf(why));
  }

  private static int voices(List<Report> reports, int originals, int tier, List<String> why) {
    int many = originals >= 3 ? 1 : 0;
    int good = originals >= 2 && tier == 1 ? 1 : 0;
    why.add(originals == 1 ? "1 original" : originals + " independent originals" + step(many));
    if (tier < 3) {
      why.add("tier-" + tier + " source" + step(good));
    }
    if (originals == 1 && tier == 3 && reports.stream().allMatch(Report::republisher)) {
      why.add("repeated from elsewhere by sources of tier 3" + step(-1));
      return -1;
    }
    return many + good;
  }

  /** How many steps so many halves are, in brackets; nothing for none. */
  private static String step(int halves) {
    if (halves == 0) {
      return "";
    }
    int whole = Math.abs(halves) / 2;
    String half = halves % 2 == 0 ? "" : "½";
    return " (" + (halves < 0 ? "-" : "+") + (whole == 0 ? "" : whole) + half + ")";
  }

  private static int weight(@Nullable Status status) {
    return switch (status) {
      case null -> 0;
      case IN_EFFECT, ANNOUNCED -> 0;
      case POSSIBLE, ENDED -> -1;
      case DENIED, PAST -> -2;
    };
  }

  private static Severity stepped(Severity own, int steps) {
    Severity severity = own;
    for (int i = 0; i < Math.abs(steps); i++) {
      severity = steps > 0 ? severity.louder() : severity.quieter();
    }
    return severity;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
