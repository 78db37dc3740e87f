package org.wirewatch.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;
import org.wirewatch.pack.Packs;
import org.wirewatch.route.Digest;
import org.wirewatch.route.Escalation;
import org.wirewatch.route.Inhibition;
import org.wirewatch.route.Label;
import org.wirewatch.route.RouteConfig;
import org.wirewatch.route.Updates;

/** Reads the routing tree; what a child does not say it has from its parent. */
final class RouteReader {
  private static final KnownNames VOCABULARY = new KnownNames(Packs.load());
  private static final List<Label> ALIKE = List.of(Label.PLACE);

  RouteConfig read(Section section) {
    Matchers match = match(section.section("match"));
    RouteConfig route =
        new RouteConfig(
            match,
            section.text("receiver").orElse(null),
            section.has("group_by") ? section.choices("group_by", Label.class) : null,
            section.has("first") ? section.duration("first", Duration.ZERO) : null,
            section.has("updates") ? updates(section.section("updates")) : null,
            section.has("reminder") ? section.duration("reminder", Duration.ZERO) : null,
            section.flag("continue", false),
            escalation(section),
            digest(section),
            section.sections("routes").stream().map(this::read).toList());
    section.end();
    return route;
  }

  /** While an alert of {@code by} stands open, those of {@code of} that are alike are not told. */
  static Inhibition inhibition(Section section) {
    Matchers by = match(section.section("by"));
    Matchers of = match(section.section("of"));
    if (by.equals(Matchers.ANY) || of.equals(Matchers.ANY)) {
      section.error(
          section.at(),
          "an inhibition needs conditions on both sides; write by: {entry: [\"event:airspace-closed\"]}"
              + " and of: {entry: [\"event:flights-suspended\"]}");
    }
    Inhibition inhibition =
        new Inhibition(
            by, of, section.has("equal") ? section.choices("equal", Label.class) : ALIKE);
    section.end();
    return inhibition;
  }

  private static Matchers match(Section s) {
    for (Yaml value : s.values("entry")) {
      if (value instanceof Yaml.Scalar scalar) {
        VOCABULARY
            .unknownEntry(scalar.text().strip())
            .ifPresent(fault -> s.warning(value.at(), fault + "; no alert meets that"));
      }
    }
    Matchers match =
        new Matchers(
            Set.copyOf(s.texts("watchlist")),
            Set.copyOf(s.texts("entry")),
            Set.copyOf(s.choices("kind", Kind.class)),
            places(s),
            Set.copyOf(s.choices("severity", Severity.class)),
            Set.copyOf(s.choices("status", Status.class)),
            Set.copyOf(s.numbers("tier", 1, 3)),
            Set.copyOf(s.texts("language")),
            Set.copyOf(s.choices("change", Change.class)));
    s.end();
    return match;
  }

  /** In capitals, as alerts have them; what is no country could never match. */
  private static Set<String> places(Section section) {
    Set<String> places = new HashSet<>();
    for (Yaml value : section.values("place")) {
      String code = value instanceof Yaml.Scalar s ? s.text().strip().toUpperCase(Locale.ROOT) : "";
      if (VOCABULARY.country(code).isPresent()) {
        places.add(code);
      } else {
        section.error(
            value.at(),
            VOCABULARY.noCountry(value instanceof Yaml.Scalar s ? s.text() : value.describe()));
      }
    }
    return places;
  }

  private static Updates updates(Section s) {
    Updates updates =
        new Updates(
            s.has("on") ? Set.copyOf(s.choices("on", Change.class)) : Updates.DEFAULT.on(),
            s.duration("at_most", Updates.DEFAULT.atMost()));
    s.end();
    return updates;
  }

  /** One step or a list of them. */
  private static @Nullable Escalation escalation(Section section) {
    List<Escalation> steps = new ArrayList<>();
    for (Section s : section.sections("escalate")) {
      steps.add(
          new Escalation(
              s.duration("after", Duration.ofMinutes(15)), s.required("to", "duty-mail")));
      s.end();
    }
    steps.sort(Comparator.comparing(Escalation::after).reversed());
    Escalation chain = null;
    for (Escalation step : steps) {
      chain = new Escalation(step.after(), step.to(), chain);
    }
    return chain;
  }

  private static @Nullable Digest digest(Section section) {
    Optional<Digest> digest =
        section.parsed(
            "digest",
            Optional.empty(),
            "hourly, daily 07:30 or weekly mon 07:30",
            text -> {
              try {
                return Optional.of(Optional.of(Digest.parse(text)));
              } catch (IllegalArgumentException e) {
                return Optional.empty();
              }
            });
    return digest.orElse(null);
  }
}
