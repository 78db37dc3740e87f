package org.wirewatch.route;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/** Builds alerts for tests: an open, high, in-effect border closure in Peru unless told. */
public record Some(
    String id,
    int revision,
    Alert.State state,
    Change change,
    String watchlist,
    String entry,
    Kind kind,
    @Nullable Status status,
    List<String> places,
    Severity severity,
    int tier,
    @Nullable String language) {

  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z"); // a Monday

  public static Some alert() {
    return new Some(
        "a-1",
        1,
        Alert.State.OPEN,
        Change.NEW,
        "andes",
        "event:border-closed",
        Kind.EVENT,
        Status.IN_EFFECT,
        List.of("PE"),
        Severity.HIGH,
        2,
        "es");
  }

  public Some id(String other) {
    return new Some(
        other, revision, state, change, watchlist, entry, kind, status, places, severity, tier,
        language);
  }

  public Some next(Change why) {
    Alert.State then = why == Change.RESOLVED ? Alert.State.RESOLVED : Alert.State.OPEN;
    return new Some(
        id,
        revision + 1,
        then,
        why,
        watchlist,
        entry,
        kind,
        status,
        places,
        severity,
        tier,
        language);
  }

  public Some entry(Kind what, String other) {
    return new Some(
        id, revision, state, change, watchlist, other, what, status, places, severity, tier,
        language);
  }

  public Some status(@Nullable Status other) {
    return new Some(
        id, revision, state, change, watchlist, entry, kind, other, places, severity, tier,
        language);
  }

  public Some in(String... codes) {
    return new Some(
        id,
        revision,
        state,
        change,
        watchlist,
        entry,
        kind,
        status,
        List.of(codes),
        severity,
        tier,
        language);
  }

  public Some severity(Severity other) {
    return new Some(
        id, revision, state, change, watchlist, entry, kind, status, places, other, tier, language);
  }

  public Some language(@Nullable String other) {
    return new Some(
        id, revision, state, change, watchlist, entry, kind, status, places, severity, tier, other);
  }

  public Alert build() {
    return new Alert(
        id,
        revision,
        state,
        change,
        watchlist,
        entry,
        kind,
        "Border closed",
        status,
        places,
        severity,
        "Border shut",
        "",
        new Alert.Story(
            "s-" + id,
            NOON,
            NOON,
            1,
            1,
            1,
            List.of(
                new Alert.Report(
                    "i-1", "Border shut", null, "Post", List.of(), NOON, tier, language))),
        List.of(),
        List.of(),
        new Alert.Times(null, null, NOON, NOON),
        List.of("i-1"),
        null);
  }

  public static Matchers severities(Severity... severities) {
    return new Matchers(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(severities),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }

  public static Matchers places(Set<String> places) {
    return new Matchers(
        Set.of(), Set.of(), Set.of(), places, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  }

  public static Matchers entries(String... entries) {
    return new Matchers(
        Set.of(),
        Set.of(entries),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }

  public static Matchers languages(String... languages) {
    return new Matchers(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(languages),
        Set.of());
  }

  public static Matchers statuses(Status... statuses) {
    return new Matchers(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(statuses),
        Set.of(),
        Set.of(),
        Set.of());
  }

  public static Matchers tiers(Integer... tiers) {
    return new Matchers(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(tiers),
        Set.of(),
        Set.of());
  }
}
