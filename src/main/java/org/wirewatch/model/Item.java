package org.wirewatch.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One news item after normalisation: the value of {@code wirewatch.items} and the line of {@code
 * feed parse}.
 *
 * @param id stable for the same item whichever feed and poll it came from; never empty
 * @param url the address as published, made absolute; null where there is none
 * @param title plain text, empty where there is none; so are {@code summary} and {@code body}
 * @param language BCP 47; null where neither the feed nor the text tells
 * @param published when the publisher says it came out; null where unknown
 * @param updated when the publisher says it last changed; null where unknown
 * @param fetched when we first read it; null for items that never went through a poll
 * @param feed the address of the feed that it came from; null for items that were handed in
 * @param guid the publisher's own identifier; null where there is none
 * @param repairs what the reader mended to get at it, in plain words; empty for sound feeds
 */
public record Item(
    String id,
    @Nullable String url,
    String title,
    String summary,
    String body,
    @Nullable String language,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable Instant fetched,
    Source source,
    @Nullable String feed,
    @Nullable String guid,
    List<String> authors,
    List<String> categories,
    List<Link> links,
    @Nullable String rights,
    List<String> repairs) {

  public Item {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(summary, "summary");
    requireNonNull(body, "body");
    requireNonNull(source, "source");
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    links = List.copyOf(links);
    repairs = List.copyOf(repairs);
  }

  /** An item of which only the text is known; for what is handed in rather than polled. */
  public static Item ofText(String id, String title, String body) {
    return new Item(
        id,
        null,
        title,
        "",
        body,
        null,
        null,
        null,
        null,
        Source.UNKNOWN,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  /** Whether there is nothing to read and nowhere to go: such an item is dropped and counted. */
  public boolean isBlank() {
    return title.isBlank() && summary.isBlank() && body.isBlank() && (url == null || url.isBlank());
  }

  /** The text of one field. */
  public String text(Field field) {
    return switch (field) {
      case TITLE -> title;
      case SUMMARY -> summary;
      case BODY -> body;
    };
  }

  /** The time of the item on its own clock: {@code fetched}, else {@code published}, else null. */
  public @Nullable Instant seen() {
    return fetched != null ? fetched : published;
  }

  public Item withId(String newId) {
    return new Item(
        newId,
        url,
        title,
        summary,
        body,
        language,
        published,
        updated,
        fetched,
        source,
        feed,
        guid,
        authors,
        categories,
        links,
        rights,
        repairs);
  }

  public Item withLanguage(@Nullable String newLanguage) {
    return new Item(
        id,
        url,
        title,
        summary,
        body,
        newLanguage,
        published,
        updated,
        fetched,
        source,
        feed,
        guid,
        authors,
        categories,
        links,
        rights,
        repairs);
  }

  public Item withSource(Source newSource) {
    return new Item(
        id,
        url,
        title,
        summary,
        body,
        language,
        published,
        updated,
        fetched,
        newSource,
        feed,
        guid,
        authors,
        categories,
        links,
        rights,
        repairs);
  }

  public Item withBody(String newBody) {
    return new Item(
        id,
        url,
        title,
        summary,
        newBody,
        language,
        published,
        updated,
        fetched,
        source,
        feed,
        guid,
        authors,
        categories,
        links,
        rights,
        repairs);
  }

  /** The same item as published at {@code at}, which its repairs explain. */
  public Item withPublished(Instant at, List<String> newRepairs) {
    return new Item(
        id,
        url,
        title,
        summary,
        body,
        language,
        at,
        updated,
        fetched,
        source,
        feed,
        guid,
        authors,
        categories,
        links,
        rights,
        newRepairs);
  }

  /** The same item as read at {@code at} from the feed at {@code from}. */
  public Item fetchedAt(Instant at, @Nullable String from) {
    return new Item(
        id,
        url,
        title,
        summary,
        body,
        language,
        published,
        updated,
        at,
        source,
        from,
        guid,
        authors,
        categories,
        links,
        rights,
        repairs);
  }

  /**
   * The item as recorded rather than read just now: without the time of reading, nor a time of
   * publication that only stood in for it.
   */
  public Item recorded() {
    return new Item(
        id,
        url,
        title,
        summary,
        body,
        language,
        Objects.equals(published, fetched) ? null : published,
        updated,
        null,
        source,
        feed,
        guid,
        authors,
        categories,
        links,
        rights,
        repairs);
  }
}
