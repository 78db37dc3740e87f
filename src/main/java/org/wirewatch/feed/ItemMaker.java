package org.wirewatch.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
import org.wirewatch.model.Source;

/**
 * Makes items of the drafts of one document: everything that all formats have in common. Confined
 * to one thread, used once.
 */
final class ItemMaker {
  /** Clocks differ; beyond this a date in the future is a mistake. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

  /** RFC 822: {@code editor@news.example (Jane Doe)}. */
  private static final Pattern ADDRESS_THEN_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");

  private static final Pattern BY = Pattern.compile("^[Bb][Yy] (?=\\p{Lu})");

  private static final Pattern NAME_THEN_ADDRESS =
      Pattern.compile("\"?([^\"<(@]*[^\"<(@\\s])\"?\\s*[<(](?:mailto:)?\\S+@\\S+[>)]");

  private final FeedDraft feed;
  private final Origin origin;
  private final FeedLimits limits;
  private final Function<String, Optional<String>> languages;
  private final Repairs repairs;
  private final String feedTitle;
  private final Source source;
  private final @Nullable String language;

  ItemMaker(
      FeedDraft feed,
      Origin origin,
      FeedLimits limits,
      Function<String, Optional<String>> languages,
      Repairs repairs) {
    this.feed = feed;
    this.origin = origin;
    this.limits = limits;
    this.languages = languages;
    this.repairs = repairs;
    this.feedTitle = feed.title.plain();
    this.source = Publisher.of(origin, feedTitle, feed.homepage);
    this.language =
        LanguageTag.of(feed.language != null ? feed.language : feed.inherited.language());
  }

  FeedResult.Parsed make() {
    List<EntryDraft> entries = feed.entries;
    int dropped = feed.cutOff;
    if (entries.size() > limits.maxEntries()) {
      repairs.add("more than " + limits.maxEntries() + " entries, the rest left out");
      dropped += entries.size() - limits.maxEntries();
      entries = entries.subList(0, limits.maxEntries());
    }
    List<String> documentRepairs = repairs.list();
    List<Item> items = new ArrayList<>(entries.size());
    for (EntryDraft entry : entries) {
      Item item = item(entry, documentRepairs);
      if (item.isBlank()) {
        dropped++;
      } else {
        items.add(item);
      }
    }
    FeedInfo info =
        new FeedInfo(
            feed.format, feedTitle, feed.homepage, language, feed.polling.polling(), feed.parts);
    return new FeedResult.Parsed(info, items, dropped, documentRepairs);
  }

  private Item item(EntryDraft entry, List<String> documentRepairs) {
    List<String> itemRepairs = new ArrayList<>(documentRepairs);
    String title = entry.title.plain();
    String summary = entry.summary.plain();
    String body = entry.body.plain();
    Instant updated = first(entry.updated, "date of update", itemRepairs);
    Instant published = published(entry, updated, itemRepairs);
    Source from = Publisher.of(source, entry, origin.subscription());
    String url = url(entry);
    String id =
        Items.id(identifying(url), from.id(), entry.guid, title + "\n" + summary + "\n" + body);
    return new Item(
        id,
        url,
        title,
        summary,
        body,
        language(entry, title, summary, body),
        published,
        updated,
        origin.fetched(),
        from,
        origin.url(),
        entry.guid,
        authors(entry.authors),
        categories(entry.categories),
        List.copyOf(new LinkedHashSet<>(entry.links)),
        rights(entry),
        itemRepairs);
  }

  /** Where the article is; where no link says so, whatever the entry links to. */
  private static @Nullable String url(EntryDraft entry) {
    for (String url : entry.urls) {
      if (!url.isBlank()) {
        return url;
      }
    }
    return entry.links.isEmpty() ? null : entry.links.getFirst().href();
  }

  /** A link to the site's front page is every item's, so it tells none from another. */
  private @Nullable String identifying(@Nullable String url) {
    return url == null || url.equals(feed.homepage) ? null : url;
  }

  private @Nullable Instant published(
      EntryDraft entry, @Nullable Instant updated, List<String> itemRepairs) {
    Instant published = first(entry.published, "date", itemRepairs);
    if (published == null) {
      published = updated;
    }
    if (published == null) {
      itemRepairs.add("no date, taken from the time of fetching");
      return origin.fetched();
    }
    if (published.isAfter(origin.fetched().plus(CLOCK_SKEW))) {
      itemRepairs.add("date in the future (" + published + "), taken from the time of fetching");
      return origin.fetched();
    }
    return published;
  }

  private static @Nullable Instant first(
      List<String> dates, String what, List<String> itemRepairs) {
    for (String date : dates) {
      Optional<Instant> parsed = FeedDate.parse(date);
      if (parsed.isPresent()) {
        return parsed.get();
      }
      if (!date.isBlank()) {
        itemRepairs.add(what + " not understood: " + shortened(date.strip()));
      }
    }
    return null;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private @Nullable String language(EntryDraft entry, String title, String summary, String body) {
    String own =
        LanguageTag.of(entry.language != null ? entry.language : entry.inherited.language());
    if (own != null) {
      return own;
    }
    if (language != null) {
      return language;
    }
    FeedDefinition subscription = origin.subscription();
    if (subscription != null && subscription.language() != null) {
      return subscription.language();
    }
    return languages.apply(Items.sample(title, summary, body)).orElse(null);
  }

  private @Nullable String rights(EntryDraft entry) {
    String rights = entry.rights != null ? entry.rights : feed.rights;
    String plain = rights == null ? "" : GivenText.either(rights).plain();
    return plain.isEmpty() ? null : plain;
  }

  private static List<String> categories(List<String> raw) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String category : raw) {
      distinct.add(GivenText.either(category).plain());
    }
    distinct.remove("");
    return List.copyOf(distinct);
  }

  private static List<String> authors(List<String> raw) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String author : raw) {
      distinct.add(name(GivenText.either(author.replace("<", "&lt;")).plain()));
    }
    distinct.remove("");
    return List.copyOf(distinct);
  }

  private static String name(String author) {
    if (author.indexOf('@') < 0) {
      return BY.matcher(author).replaceFirst("");
    }
    for (Pattern form : new Pattern[] {ADDRESS_THEN_NAME, NAME_THEN_ADDRESS}) {
      Matcher matcher = form.matcher(author);
      if (matcher.matches()) {
        return matcher.group(1).strip();
      }
    }
    return author;
  }
}
