package org.wirewatch.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions on an alert; all must be met. An empty set is no condition. A condition on something
 * that the alert does not have (a place, a status, a report in a known language) is not met: scope
 * fails closed.
 *
 * @param watchlist ids of watchlists
 * @param entry ids of entries; one that ends in {@code *} stands for all that begin so
 * @param place ISO 3166-1 alpha-2; met by any of the alert's places, of which a country's entry is
 *     itself one
 * @param tier met by the tier of any of the alert's reports
 * @param language BCP 47; met by any of the alert's reports, {@code pt} also by {@code pt-BR}
 * @param change what made the revision
 */
public record Matchers(
    Set<String> watchlist,
    Set<String> entry,
    Set<Kind> kind,
    Set<String> place,
    Set<Severity> severity,
    Set<Status> status,
    Set<Integer> tier,
    Set<String> language,
    Set<Change> change) {

  /** No condition: every alert. */
  public static final Matchers ANY =
      new Matchers(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public Matchers {
    watchlist = Set.copyOf(watchlist);
    entry = Set.copyOf(entry);
    kind = Set.copyOf(kind);
    place = Set.copyOf(place);
    severity = Set.copyOf(severity);
    status = Set.copyOf(status);
    tier = Set.copyOf(tier);
    language = Set.copyOf(language);
    change = Set.copyOf(change);
  }

  /** Alerts as loud as {@code floor} or louder. */
  public static Matchers atLeast(Severity floor) {
    Set<Severity> severities =
        Stream.of(Severity.values())
            .filter(s -> s.atLeast(floor))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Severity.class)));
    return new Matchers(
        Set.of(), Set.of(), Set.of(), Set.of(), severities, Set.of(), Set.of(), Set.of(), Set.of());
  }

  /**
   * Which conditions the alert meets and which it does not, in plain words; the alert matches if
   * none is unmet.
   */
  public Verdict test(Alert alert) {
    Verdict verdict = new Verdict(new ArrayList<>(), new ArrayList<>());
    verdict.check("watchlist", watchlist, List.of(alert.watchlist()), watchlist::contains);
    verdict.check("entry", entry, List.of(alert.entry()), this::takesEntry);
    verdict.check("kind", kind, List.of(alert.kind()), kind::contains);
    verdict.check("place", place, places(alert), place::contains);
    verdict.check("severity", severity, List.of(alert.severity()), severity::contains);
    Status told = alert.status();
    verdict.check("status", status, told == null ? List.of() : List.of(told), status::contains);
    verdict.check("tier", tier, tiers(alert), tier::contains);
    verdict.check("language", language, languages(alert), this::takesLanguage);
    verdict.check("change", change, List.of(alert.change()), change::contains);
    return verdict;
  }

  public boolean matches(Alert alert) {
    return test(alert).matches();
  }

  /** All conditions in one line, the same for equal conditions in every process. */
  public String canonical() {
    StringJoiner words = new StringJoiner("; ");
    add(words, "watchlist", watchlist);
    add(words, "entry", entry);
    add(words, "kind", kind);
    add(words, "place", place);
    add(words, "severity", severity);
    add(words, "status", status);
    add(words, "tier", tier);
    add(words, "language", language);
    add(words, "change", change);
    return words.toString();
  }

  private static void add(StringJoiner words, String what, Set<?> wanted) {
    if (!wanted.isEmpty()) {
      words.add(what + " " + Verdict.words(wanted));
    }
  }

  /** The alert's places; a country's entry is a place of its own. In alphabetical order. */
  public static Set<String> places(Alert alert) {
    Set<String> places = new TreeSet<>(alert.places());
    if (alert.kind() == Kind.COUNTRY && alert.entry().startsWith("country:")) {
      places.add(alert.entry().substring("country:".length()));
    }
    return places;
  }

  private static Set<Integer> tiers(Alert alert) {
    return alert.story().reports().stream()
        .map(Alert.Report::tier)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> languages(Alert alert) {
    Set<String> languages = new TreeSet<>();
    for (Alert.Report report : alert.story().reports()) {
      String language = report.language();
      if (language != null) {
        languages.add(language);
      }
    }
    return languages;
  }

  private boolean takesEntry(String id) {
    return entry.contains(id)
        || entry.stream()
            .anyMatch(e -> e.endsWith("*") && id.startsWith(e.substring(0, e.length() - 1)));
  }

  private boolean takesLanguage(String tag) {
    return language.stream()
        .anyMatch(
            l -> tag.equalsIgnoreCase(l) || tag.regionMatches(true, 0, l + "-", 0, l.length() + 1));
  }

  /**
   * The outcome of every condition, in plain words.
   *
   * @param met such as {@code severity is critical}
   * @param unmet such as {@code place is none of CO, VE: it has none}
   */
  public record Verdict(List<String> met, List<String> unmet) {

    public boolean matches() {
      return unmet.isEmpty();
    }

    private <T> void check(
        String what, Set<T> wanted, Collection<T> has, Function<T, Boolean> takes) {
      if (wanted.isEmpty()) {
        return;
      }
      List<T> taken = has.stream().filter(takes::apply).toList();
      if (taken.isEmpty()) {
        String instead = has.isEmpty() ? "it has none" : "it is " + words(has);
        unmet.add(what + " is not " + words(wanted) + ": " + instead);
      } else {
        met.add(what + " is " + words(taken));
      }
    }

    private static String words(Collection<?> values) {
      return values.stream().map(Verdict::word).sorted().collect(Collectors.joining(", "));
    }

    private static String word(Object value) {
      return value instanceof Enum<?> constant
          ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
          : value.toString();
    }
  }
}
