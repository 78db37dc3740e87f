package org.wirewatch.feed;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Source;

/** Who published: the subscription knows best, then the entry of an aggregator, then the feed. */
final class Publisher {
  private static final int LOWEST_TIER = 3;

  private Publisher() {}

  /** The source of a feed. */
  static Source of(Origin origin, String feedTitle, @Nullable String homepage) {
    FeedDefinition subscription = origin.subscription();
    String site = host(homepage != null ? homepage : origin.url());
    if (subscription == null) {
      return new Source(
          site.isEmpty() ? idOf(feedTitle) : site, feedTitle, homepage, null, LOWEST_TIER, null);
    }
    boolean named = !subscription.name().isBlank();
    return new Source(
        named ? idOf(subscription.name()) : site.isEmpty() ? idOf(feedTitle) : site,
        named ? subscription.name() : feedTitle,
        homepage,
        subscription.country(),
        subscription.tier(),
        subscription.family());
  }

  /** The source of one entry, which may name another than its feed. */
  static Source of(Source feed, EntryDraft entry, @Nullable FeedDefinition subscription) {
    String name = entry.sourceName == null ? "" : GivenText.either(entry.sourceName).plain();
    boolean named = subscription != null && !subscription.name().isBlank();
    if (name.isEmpty() || named || name.equals(feed.name())) {
      return feed;
    }
    String site = host(entry.sourceUrl);
    return new Source(
        site.isEmpty() ? idOf(name) : site, name, entry.sourceUrl, null, LOWEST_TIER, null);
  }

  /** The host without {@code www.}; empty if there is none. */
  private static String host(@Nullable String url) {
    if (url == null || !RelativeUrl.isAbsolute(url)) {
      return "";
    }
    String rest = url.substring(url.indexOf("//") + 2);
    String host = rest.split("[/?#:]", 2)[0].toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** A slug: lower case, hyphens. */
  static String idOf(String name) {
    String slug =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? Source.UNKNOWN.id() : slug;
  }
}
