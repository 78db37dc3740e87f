package org.wirewatch.notify;

import java.time.Instant;
import java.util.List;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/** Alerts to tell of. */
final class Alerts {
  static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

  private Alerts() {}

  static Alert airspace() {
    return airspace("a-1", 1, Change.NEW, Status.ANNOUNCED);
  }

  static Alert airspace(String id, int revision, Change change, Status status) {
    String quote = "Ministers in Xanadu said the airspace over Kosovo would close at noon.";
    return new Alert(
        id,
        revision,
        Alert.State.OPEN,
        change,
        "world",
        "event:airspace-closed",
        Kind.EVENT,
        "Airspace closed",
        status,
        List.of("XK"),
        Severity.CRITICAL,
        "Kosovo to shut its skies & <ground> all flights",
        "All flights are to be grounded.",
        new Alert.Story(
            "s-1",
            TEN.minusSeconds(60),
            TEN,
            3,
            2,
            1,
            List.of(
                new Alert.Report(
                    "i-1",
                    "Kosovo to shut its skies",
                    "https://news.example/a?id=7&x=1",
                    "Example News",
                    List.of("Balkan Wire"),
                    TEN.minusSeconds(60),
                    1,
                    "en"),
                new Alert.Report(
                    "i-2", "Skies closed", null, "Second Post", List.of(), null, 3, null))),
        List.of(
            new Alert.Quote(
                "i-1",
                quote,
                List.of(
                    List.of(29, 37), List.of(quote.indexOf("close"), quote.indexOf("close") + 5)))),
        List.of("headline names airspace and its closing", "tier-1 source"),
        new Alert.Times(TEN.minusSeconds(60), TEN, TEN, TEN),
        List.of("i-1", "i-2"),
        null);
  }

  static Notification to(String receiver, Alert alert, Instant created) {
    return Notification.ofAlert(receiver, alert, List.of("severity is critical"), created);
  }

  static Notification to(String receiver) {
    return to(receiver, airspace(), TEN);
  }
}
