package org.wirewatch.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Item;
import org.wirewatch.text.CanonicalUrl;

/**
 * Items that are handed in rather than polled get their identity and language here. Stateless and
 * thread-safe.
 */
public final class Items {
  private static final int ID_BYTES = 16;
  private static final int SAMPLE = 2_000;

  private Items() {}

  /**
   * The identity of an item: 32 hexadecimal digits of a digest of its canonical address, else of
   * source and guid, else of the text.
   */
  public static String id(
      @Nullable String url, String sourceId, @Nullable String guid, String text) {
    if (url != null && !url.isBlank()) {
      return digest("url:" + CanonicalUrl.of(url));
    }
    if (guid != null && !guid.isBlank()) {
      return digest("guid:" + sourceId + "\n" + guid.strip());
    }
    return digest("text:" + text.strip());
  }

  /**
   * The item with what its sender left out: an id if it has none, the detected language if it names
   * none. Its texts stay as they are, so that offsets into them hold.
   */
  public static Item complete(Item item, Function<String, Optional<String>> languages) {
    Item named = item;
    if (item.id().isBlank()) {
      String text = item.title() + "\n" + item.summary() + "\n" + item.body();
      named = item.withId(id(item.url(), item.source().id(), item.guid(), text));
    }
    String language = LanguageTag.of(item.language());
    if (language == null) {
      language = languages.apply(sample(item.title(), item.summary(), item.body())).orElse(null);
    }
    return named.withLanguage(language);
  }

  /**
   * The item as received at {@code now} from somebody who is not asked again: a missing date of
   * publication, or one in the future, gives way to the time of receipt, and its repairs say so.
   */
  public static Item received(Item item, Instant now) {
    Instant published = item.published();
    Item stamped = item.fetchedAt(now, item.feed());
    if (published != null && !published.isAfter(now.plus(ItemMaker.CLOCK_SKEW))) {
      return stamped;
    }
    List<String> repairs = new ArrayList<>(item.repairs());
    repairs.add(
        published == null
            ? "no date, taken from the time of receipt"
            : "date in the future (" + published + "), taken from the time of receipt");
    return stamped.withPublished(now, repairs);
  }

  /**
   * The characters of a document in whatever charset it is, without byte order mark; empty where
   * the bytes are no text at all.
   */
  public static Optional<String> text(byte[] bytes) {
    return NotText.is(bytes)
        ? Optional.empty()
        : Optional.of(Decoder.decode(bytes, Origin.handedIn(Instant.EPOCH), new Repairs()));
  }

  /**
   * An item of plain text. A short first line that stands alone is its title.
   *
   * @param text a whole article
   */
  public static Item ofText(String text, Function<String, Optional<String>> languages) {
    EntryDraft entry = PlainText.read(text);
    return complete(Item.ofText("", entry.title.plain(), entry.body.plain()), languages);
  }

  /** As much of the text as a language is told from. */
  static String sample(String title, String summary, String body) {
    String all = title + "\n" + (body.isEmpty() ? summary : body);
    return all.length() <= SAMPLE ? all : all.substring(0, SAMPLE);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
