package org.wirewatch.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: the value of {@code wirewatch.feeds}, key {@code url}.
 *
 * @param url http or https
 * @param name shown as the source's name; empty to use the feed's own title
 * @param country ISO 3166-1 alpha-2 of the source's home; null where unknown
 * @param language BCP 47 for items that do not say; null to detect
 * @param tier 1 to 3, see {@link Source}
 * @param family the publishing house; null where unknown
 * @param interval the shortest time between two polls
 * @param fullText whether to fetch the article's page for its body
 * @param categories how the user has filed the feed; a nested folder as {@code World/Asia}
 */
public record FeedDefinition(
    String url,
    String name,
    @Nullable String country,
    @Nullable String language,
    int tier,
    @Nullable String family,
    Duration interval,
    boolean fullText,
    List<String> categories) {

  public FeedDefinition {
    categories = List.copyOf(categories);
  }

  /** A feed that is filed nowhere. */
  public FeedDefinition(
      String url,
      String name,
      @Nullable String country,
      @Nullable String language,
      int tier,
      @Nullable String family,
      Duration interval,
      boolean fullText) {
    this(url, name, country, language, tier, family, interval, fullText, List.of());
  }
}
