package org.wirewatch.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.wirewatch.pack.Organisation;
import org.wirewatch.pack.Packs;

/** What the built-in table of news organisations knows of the publisher of a feed, by its host. */
public final class KnownSources {
  private KnownSources() {}

  /** Whose feed an address is; empty where the table does not have its host. */
  public static Optional<Organisation> of(String url) {
    try {
      return Optional.ofNullable(new URI(url).getHost())
          .flatMap(host -> Packs.load().organisations().ofHost(host));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
