package org.wirewatch.config;

import static org.wirewatch.config.Spelling.duration;
import static org.wirewatch.config.Spelling.ordered;
import static org.wirewatch.config.Spelling.put;
import static org.wirewatch.config.Spelling.words;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Matchers;
import org.wirewatch.route.Digest;
import org.wirewatch.route.Inhibition;
import org.wirewatch.route.RouteConfig;

/** Routes and inhibitions as {@link RouteReader} reads them. Pure. */
final class RoutePrinter {
  private RoutePrinter() {}

  static Map<String, @Nullable Object> route(RouteConfig route) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "match", match(route.match()));
    put(map, "receiver", route.receiver());
    put(
        map,
        "group_by",
        route.groupBy() == null ? null : route.groupBy().stream().map(Scalars::spelled).toList());
    put(map, "first", route.first() == null ? null : duration(route.first()));
    put(
        map,
        "updates",
        route.updates() == null
            ? null
            : ordered(
                "on", words(route.updates().on()), "at_most", duration(route.updates().atMost())));
    put(
        map,
        "reminder",
        route.reminder() == null || route.reminder().isZero() ? null : duration(route.reminder()));
    put(map, "continue", route.goesOn() ? true : null);
    put(
        map,
        "escalate",
        route.escalate() == null
            ? null
            : route
                .escalate()
                .steps()
                .map(step -> ordered("after", duration(step.after()), "to", step.to()))
                .toList());
    put(map, "digest", route.digest() == null ? null : digest(route.digest()));
    put(
        map,
        "routes",
        route.routes().isEmpty()
            ? null
            : route.routes().stream().map(RoutePrinter::route).toList());
    return map;
  }

  static Map<String, @Nullable Object> inhibition(Inhibition inhibition) {
    return ordered(
        "by",
        match(inhibition.source()),
        "of",
        match(inhibition.target()),
        "equal",
        inhibition.equal().stream().map(Scalars::spelled).toList());
  }

  private static @Nullable Map<String, @Nullable Object> match(Matchers match) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "watchlist", words(match.watchlist()));
    put(map, "entry", words(match.entry()));
    put(map, "kind", words(match.kind()));
    put(map, "place", words(match.place()));
    put(map, "severity", words(match.severity()));
    put(map, "status", words(match.status()));
    put(map, "tier", words(match.tier()));
    put(map, "language", words(match.language()));
    put(map, "change", words(match.change()));
    return map.isEmpty() ? null : map;
  }

  private static String digest(Digest digest) {
    return switch (digest) {
      case Digest.Hourly _ -> "hourly";
      case Digest.Daily daily -> "daily " + daily.at();
      case Digest.Weekly weekly ->
          "weekly " + Scalars.spelled(weekly.on()).substring(0, 3) + " " + weekly.at();
    };
  }
}
