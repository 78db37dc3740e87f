package org.wirewatch.notify;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/** Messages about nothing that happened, to try receivers and templates with. Pure. */
public final class Samples {
  static final Instant THEN = Instant.parse("2026-01-01T12:00:00Z");

  private Samples() {}

  /** A message of any form; groups and digests hold two alerts and stand for three more. */
  public static Notification notification(String receiver, Notification.Form form, Instant now) {
    boolean isMany = form == Notification.Form.GROUP || form == Notification.Form.DIGEST;
    List<Alert> alerts =
        IntStream.rangeClosed(1, isMany ? 2 : 1).mapToObj(i -> alert("test-" + i, now)).toList();
    return new Notification(
        "test:" + now.toEpochMilli() + ":" + receiver,
        receiver,
        form,
        "test:" + now.toEpochMilli(),
        alerts,
        isMany ? 3 : 0,
        List.of("somebody asked for a test"),
        now);
  }

  /** One message that tells of a given alert. */
  public static Notification notification(
      String receiver, Notification.Form form, Alert alert, Instant now) {
    Notification plain =
        Notification.ofAlert(receiver, alert, List.of("somebody asked for a preview"), now);
    return new Notification(
        plain.id(), receiver, form, plain.thread(), plain.alerts(), 0, plain.why(), now);
  }

  private static Alert alert(String id, Instant now) {
    String quote = "The harbour of Exampleton & all of its \"piers\" are closed, <officials> said.";
    return new Alert(
        id,
        1,
        Alert.State.OPEN,
        Change.NEW,
        "test",
        "event:port-closed",
        Kind.EVENT,
        "Port closed",
        Status.IN_EFFECT,
        List.of("XK"),
        Severity.INFO,
        "Test: the harbour of Exampleton is closed",
        "This is a test of Wirewatch. Nothing has happened.",
        new Alert.Story(
            "test",
            now,
            now,
            2,
            2,
            1,
            List.of(
                report("Example News", "https://news.example/harbour?a=1&b=2", now),
                report("Example Post", "https://post.example/harbour", now))),
        List.of(new Alert.Quote("test", quote, List.of(List.of(4, 11)))),
        List.of("a test"),
        new Alert.Times(now, now, now, now),
        List.of("test"),
        null);
  }

  private static Alert.Report report(String source, String url, Instant now) {
    return new Alert.Report(
        "test", "Harbour of Exampleton closed", url, source, List.of(), now, 1, "en");
  }
}
