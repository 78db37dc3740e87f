package org.wirewatch.poll;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.feed.FeedResult;
import org.wirewatch.feed.Items;
import org.wirewatch.feed.Origin;
import org.wirewatch.json.Json;
import org.wirewatch.json.JsonItems;
import org.wirewatch.model.Item;
import org.wirewatch.text.LanguageDetector;
import tools.jackson.databind.JsonNode;

/**
 * Reads a file that somebody handed in, by its content: a feed; items as JSON, one, an array or one
 * a line; a web page; else plain text. Pure and thread-safe.
 */
final class ItemFile {
  private final FeedParser parser;

  ItemFile(FeedParser parser) {
    this.parser = parser;
  }

  /**
   * What a file holds.
   *
   * @param faults what could not be read and why, one line each; empty where all could
   */
  record Contents(List<Item> items, List<String> faults) {
    Contents {
      items = List.copyOf(items);
      faults = List.copyOf(faults);
    }

    private static Contents fault(String message) {
      return new Contents(List.of(), List.of(message));
    }
  }

  /** The file's items, as fetched at {@code now} unless they say otherwise. */
  Contents read(byte[] bytes, Instant now) {
    if (parser.parse(bytes, Origin.handedIn(now)) instanceof FeedResult.Parsed feed) {
      return new Contents(feed.items(), List.of());
    }
    Optional<String> decoded = Items.text(bytes);
    if (decoded.isEmpty()) {
      return Contents.fault("neither a feed nor text; perhaps an image or an archive");
    }
    String text = decoded.get().stripLeading();
    if (text.isEmpty()) {
      return Contents.fault("the file is empty");
    }
    return switch (text.charAt(0)) {
      case '{', '[' -> json(text, now);
      case '<' -> page(bytes, now);
      default ->
          new Contents(
              List.of(stamped(Items.ofText(text, LanguageDetector::detect), now)), List.of());
    };
  }

  private static Contents json(String text, Instant now) {
    List<Item> items = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (JsonItems.Part part : JsonItems.read(text)) {
      switch (part) {
        case JsonItems.Part.Broken broken -> faults.add(part.place() + ": " + broken.reason());
        case JsonItems.Part.Value value -> {
          try {
            items.add(item(value.json(), now));
          } catch (Json.ItemFault e) {
            faults.add(part.place() + ": " + e.getMessage());
          }
        }
      }
    }
    return new Contents(items, faults);
  }

  private static Item item(JsonNode node, Instant now) {
    return stamped(Items.complete(Json.readItem(node), LanguageDetector::detect), now);
  }

  private static Contents page(byte[] bytes, Instant now) {
    try {
      String title = Jsoup.parse(new ByteArrayInputStream(bytes), null, "").title();
      String body = FullText.body(bytes, null, "");
      if (title.isBlank() && body.isBlank()) {
        return Contents.fault("a web page without an article");
      }
      Item item = Items.complete(Item.ofText("", title, body), LanguageDetector::detect);
      return new Contents(List.of(stamped(item, now)), List.of());
    } catch (IOException e) {
      return Contents.fault("a web page that cannot be read: " + e.getMessage());
    }
  }

  private static Item stamped(Item item, Instant now) {
    return item.fetched() == null ? item.fetchedAt(now, item.feed()) : item;
  }
}
