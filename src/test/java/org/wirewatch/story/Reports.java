package org.wirewatch.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;
import org.wirewatch.text.Fingerprinter;

/** Makes reports for tests. */
final class Reports {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final Subscriber DESK = new Subscriber("desk", "entry", "Entry", Severity.HIGH, false);

  private Reports() {}

  /** A fresh English report of tier 2, published when it was fetched. */
  static Report report(String item, String outlet, Instant at, String title, String text) {
    return new Report(
        item,
        title,
        null,
        outlet,
        Origins.key(outlet),
        2,
        "en",
        List.of(),
        false,
        at,
        at,
        at,
        true,
        new Report.Telling(1, null, List.of(), List.of()),
        List.of(),
        List.of(DESK),
        Fingerprinter.of(title, text, "en").encoded());
  }

  static Report telling(Report report, @Nullable Status status, List<String> places) {
    return with(
        report,
        report.tier(),
        report.language(),
        report.originals(),
        status,
        places,
        report.telling().actors(),
        report.print());
  }

  static Report citing(Report report, String original) {
    return with(
        report,
        report.tier(),
        report.language(),
        List.of(original),
        report.telling().status(),
        report.telling().places(),
        report.telling().actors(),
        report.print());
  }

  static Report with(
      Report r,
      int tier,
      @Nullable String language,
      List<String> originals,
      @Nullable Status status,
      List<String> places,
      List<String> actors,
      String print) {
    return new Report(
        r.item(),
        r.title(),
        r.url(),
        r.source(),
        originals.isEmpty() ? r.voice() : Origins.key(originals.getFirst()),
        tier,
        language,
        originals,
        !originals.isEmpty(),
        r.published(),
        r.fetched(),
        r.at(),
        r.fresh(),
        new Report.Telling(r.telling().salience(), status, places, actors),
        r.quotes(),
        r.subscribers(),
        print);
  }
}
