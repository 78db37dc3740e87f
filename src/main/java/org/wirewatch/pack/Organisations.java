package org.wirewatch.pack;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Source;

/** News agencies and outlets: for attribution, and what is known of a feed's source. Immutable. */
public final class Organisations {
  private final Map<String, Organisation> byId = new LinkedHashMap<>();
  private final Map<String, Organisation> byHost = new HashMap<>();
  private final Map<String, Organisation> byName = new HashMap<>();

  Organisations(List<Organisation> organisations) {
    for (Organisation organisation : organisations) {
      byId.put(organisation.id(), organisation);
      byHost.put(organisation.host(), organisation);
      organisation.otherHosts().forEach(host -> byHost.put(host, organisation));
    }
    nameAll(organisations);
  }

  /** A name that several have is nobody's. */
  private void nameAll(List<Organisation> organisations) {
    Set<String> shared = new HashSet<>();
    for (Organisation organisation : organisations) {
      for (Organisation.Spelling spelling : organisation.spellings()) {
        Organisation other = byName.put(key(spelling.text()), organisation);
        if (other != null && !other.equals(organisation)) {
          shared.add(key(spelling.text()));
        }
      }
    }
    byName.keySet().removeAll(shared);
  }

  private static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT).strip();
    return lower.startsWith("the ") ? lower.substring(4) : lower;
  }

  public Collection<Organisation> all() {
    return byId.values();
  }

  public Optional<Organisation> of(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Who is called so, and nobody else; in any case, with or without an English article. */
  public Optional<Organisation> named(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /** Who published an item: by the id or the name of its source, else by where it is. */
  public Optional<Organisation> publisher(Source source, @Nullable String url) {
    return of(source.id())
        .or(() -> named(source.name()).filter(o -> isAtHome(o, source)))
        .or(() -> ofUrl(source.homepage()))
        .or(() -> ofUrl(url));
  }

  /** There are many papers called Times. */
  private static boolean isAtHome(Organisation organisation, Source source) {
    return source.country() == null || source.country().equals(organisation.country());
  }

  private Optional<Organisation> ofUrl(@Nullable String url) {
    try {
      return Optional.ofNullable(url).map(URI::create).map(URI::getHost).flatMap(this::ofHost);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whose site a host belongs to: {@code feeds.bbci.co.uk} and {@code www.bbc.com} by suffix. */
  public Optional<Organisation> ofHost(String host) {
    String rest = host.toLowerCase(Locale.ROOT);
    while (!rest.isEmpty()) {
      Organisation found = byHost.get(rest);
      if (found != null) {
        return Optional.of(found);
      }
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return Optional.empty();
  }
}
