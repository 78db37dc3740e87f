package org.wirewatch.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirewatch.pack.Country;
import org.wirewatch.pack.EventKind;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Packs;
import org.wirewatch.pack.Regions.Region;

/**
 * The names that watchlists may use for what the packs know, and what a misspelt one was meant to
 * be.
 */
public final class KnownNames {
  private final Packs packs;
  private final DoubtfulWords doubtful;

  public KnownNames(Packs packs) {
    this.packs = packs;
    this.doubtful = new DoubtfulWords(packs);
  }

  /** The name of a country; empty if the code is none. */
  public Optional<String> country(String code) {
    return packs.countries().of(code).map(Country::name);
  }

  Optional<String> leader(String slug) {
    return packs.leaders().of(slug).map(Leader::name);
  }

  Optional<String> event(String slug) {
    return packs.events().kind(slug).map(EventKind::name);
  }

  Optional<List<String>> region(String id) {
    return packs.regions().of(id).map(r -> List.copyOf(r.codes()));
  }

  List<String> countries() {
    return packs.countries().all().stream().map(Country::code).toList();
  }

  List<String> leaders() {
    return packs.leaders().all().stream().map(Leader::slug).toList();
  }

  List<String> events() {
    return packs.events().kinds().stream().map(EventKind::slug).toList();
  }

  /** The entity that a folded word alone may stand for, beside other meanings. */
  Optional<String> doubtful(String folded) {
    return doubtful.entity(folded);
  }

  /** What is wrong with a country's code that nobody knows. */
  public String noCountry(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    String meant =
        packs.countries().all().stream()
            .filter(c ->
                c.code().equals(upper)
                    || packs.countries().aliases(c.code()).stream()
                        .anyMatch(a -> a.text().equalsIgnoreCase(code)))
            .map(c -> "; did you mean " + c.code() + " (" + c.name() + ")?")
            .findFirst()
            .orElse("; codes are ISO 3166-1 alpha-2 such as VE, or XK");
    return "no country '" + code + "'" + meant;
  }

  String noLeader(String slug) {
    return "no leader '"
        + slug
        + "'"
        + Nearest.to(slug, leaders())
            .map(n -> "; did you mean " + n + "?")
            .orElse(
                "; a slug is the English name in lower case with hyphens, such as nicolas-maduro");
  }

  String noEvent(String slug) {
    return "no event '"
        + slug
        + "'"
        + Nearest.to(slug, events())
            .map(n -> "; did you mean " + n + "?")
            .orElse("; there are " + String.join(", ", events()));
  }

  /** What is wrong with an entity of a query, such as {@code event:coup}; empty if it is known. */
  Optional<String> unknown(String entity) {
    int colon = entity.indexOf(':');
    String name = entity.substring(colon + 1);
    return switch (entity.substring(0, colon)) {
      case "country" -> country(name).isPresent() ? Optional.empty() : Optional.of(noCountry(name));
      case "leader" -> leader(name).isPresent() ? Optional.empty() : Optional.of(noLeader(name));
      default -> event(name).isPresent() ? Optional.empty() : Optional.of(noEvent(name));
    };
  }

  /**
   * What is wrong with an entry that a condition names, such as {@code leader:*} or {@code
   * event:coup}; empty where it is known, or is one of people's own.
   */
  public Optional<String> unknownEntry(String entry) {
    int colon = entry.indexOf(':');
    String sort = colon < 0 ? "" : entry.substring(0, colon);
    String name = entry.substring(colon + 1);
    List<String> known =
        switch (sort) {
          case "country" -> countries();
          case "leader" -> leaders();
          case "event" -> events();
          default -> List.of();
        };
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return name.endsWith("*")
        ? Optional.of("no " + sort + " begins with '" + name.replace("*", "") + "'")
            .filter(_ -> known.stream().noneMatch(k -> k.startsWith(name.replace("*", ""))))
        : unknown(entry);
  }

  String noRegion(String id) {
    List<String> known = packs.regions().all().stream().map(Region::id).toList();
    return "no region '"
        + id
        + "'"
        + Nearest.to(id, known)
            .map(n -> "; did you mean " + n + "?")
            .orElse("; there are " + String.join(", ", known));
  }
}
