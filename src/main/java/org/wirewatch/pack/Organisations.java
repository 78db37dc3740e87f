package org.wirewatch.pack;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** News agencies and outlets: for attribution, and what is known of a feed's source. Immutable. */
public final class Organisations {
  private final Map<String, Organisation> byId = new LinkedHashMap<>();
  private final Map<String, Organisation> byHost = new HashMap<>();

  Organisations(List<Organisation> organisations) {
    for (Organisation organisation : organisations) {
      byId.put(organisation.id(), organisation);
      byHost.put(organisation.host(), organisation);
      organisation.otherHosts().forEach(host -> byHost.put(host, organisation));
    }
  }

  public Collection<Organisation> all() {
    return byId.values();
  }

  public Optional<Organisation> of(String id) {
    return Optional.ofNullable(byId.get(id));
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
