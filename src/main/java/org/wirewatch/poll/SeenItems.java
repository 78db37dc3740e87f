package org.wirewatch.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Item;

/**
 * What a feed has shown so far: pairs of an item's id and its text, both as 64-bit fingerprints,
 * most recently shown first. Immutable; pure.
 *
 * <p>It holds everything in the feed's current document and, beyond that, as many earlier pairs as
 * the document is long, at least {@value #KEPT}: what falls out of a document and comes back within
 * that is still known; {@value #MOST} in all. Sixteen bytes a pair; written in JSON as one base64
 * string.
 *
 * <table>
 *   <caption>What an item is</caption>
 *   <tr><th>id</th><th>text</th><th>then it is</th></tr>
 *   <tr><td>unknown</td><td>unknown</td><td>added</td></tr>
 *   <tr><td>known</td><td>not with this id</td><td>edited: an update of the same item</td></tr>
 *   <tr><td>known</td><td>with this id</td><td>known, also when an old copy comes from a cache</td></tr>
 *   <tr><td>unknown</td><td>known</td><td>re-issued, and known, if the text is long or most of the
 *       document is so; else added</td></tr>
 * </table>
 */
public final class SeenItems {
  /** Nothing seen. */
  static final SeenItems NONE = new SeenItems(new long[0]);

  /** What a record of Kafka's usual megabyte holds, with room for the rest of the state. */
  static final int MOST = 40_000;

  private static final int KEPT = 500;
  private static final int TELLING_CHARS = 200;
  private static final int TELLING_ITEMS = 3;
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** id, text, id, text … */
  private final long[] pairs;

  private SeenItems(long[] pairs) {
    this.pairs = pairs;
  }

  /**
   * A document against what was seen before.
   *
   * @param added items that were never shown, in the document's order
   * @param edited items shown before with another text
   * @param known how many were shown before as they are
   * @param seen what has been seen with this document
   */
  record Comparison(List<Item> added, List<Item> edited, int known, SeenItems seen) {
    Comparison {
      added = List.copyOf(added);
      edited = List.copyOf(edited);
    }
  }

  /** What of a document is new. */
  Comparison compare(List<Item> document) {
    Known before = Known.of(this);
    List<Shown> shown = document.stream().map(Shown::of).toList();
    boolean reissued = isReissue(shown, before);
    List<Item> added = new ArrayList<>();
    List<Item> edited = new ArrayList<>();
    for (Shown item : shown) {
      if (before.pairs().contains(item.pair())) {
        continue;
      }
      if (before.ids().contains(item.pair().id())) {
        edited.add(item.item());
      } else if (!before.texts().contains(item.pair().text()) || !(reissued || item.isTelling())) {
        added.add(item.item());
      }
    }
    int known = document.size() - added.size() - edited.size();
    return new Comparison(added, edited, known, with(shown));
  }

  /** How many pairs are held. */
  int size() {
    return pairs.length / 2;
  }

  private static boolean isReissue(List<Shown> shown, Known before) {
    long moved =
        shown.stream()
            .filter(s -> !before.ids().contains(s.pair().id()))
            .filter(s -> before.texts().contains(s.pair().text()))
            .count();
    return moved >= TELLING_ITEMS && moved * 2 >= shown.size();
  }

  private SeenItems with(List<Shown> shown) {
    Set<Pair> all = new LinkedHashSet<>();
    shown.stream().limit(MOST).forEach(s -> all.add(s.pair()));
    int capacity = Math.min(all.size() + Math.max(KEPT, all.size()), MOST);
    for (int i = 0; i < pairs.length && all.size() < capacity; i += 2) {
      all.add(new Pair(pairs[i], pairs[i + 1]));
    }
    long[] next = new long[all.size() * 2];
    int at = 0;
    for (Pair pair : all) {
      next[at++] = pair.id();
      next[at++] = pair.text();
    }
    return Arrays.equals(next, pairs) ? this : new SeenItems(next);
  }

  /** The wire form. */
  @JsonValue
  String encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(pairs.length * Long.BYTES);
    bytes.asLongBuffer().put(pairs);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * The same from its wire form.
   *
   * @throws IllegalArgumentException if it is none
   */
  @JsonCreator
  static SeenItems decode(String encoded) {
    byte[] bytes = Base64.getDecoder().decode(encoded);
    if (bytes.length % (2 * Long.BYTES) != 0) {
      throw new IllegalArgumentException("seen items are cut off");
    }
    long[] pairs = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(pairs);
    return new SeenItems(pairs);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SeenItems that && Arrays.equals(pairs, that.pairs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pairs);
  }

  @Override
  public String toString() {
    return "SeenItems[" + size() + "]";
  }

  private record Pair(long id, long text) {}

  private record Shown(Item item, Pair pair) {
    static Shown of(Item item) {
      long text =
          fingerprint(
              fingerprint(fingerprint(FNV_BASIS, item.title()), item.summary()), item.body());
      return new Shown(item, new Pair(fingerprint(FNV_BASIS, item.id()), text));
    }

    /** Whether the text alone tells which item it is; "Weather update" does not. */
    boolean isTelling() {
      return item.title().length() + item.summary().length() + item.body().length()
          >= TELLING_CHARS;
    }
  }

  /** FNV-1a over UTF-16 units, with a mark after each text so that fields do not run together. */
  private static long fingerprint(long hash, String text) {
    long h = hash;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * FNV_PRIME;
    }
    return (h ^ 0xffff) * FNV_PRIME;
  }

  private record Known(Set<Pair> pairs, Set<Long> ids, Set<Long> texts) {
    static Known of(SeenItems seen) {
      Known known = new Known(new HashSet<>(), new HashSet<>(), new HashSet<>());
      for (int i = 0; i < seen.pairs.length; i += 2) {
        known.pairs.add(new Pair(seen.pairs[i], seen.pairs[i + 1]));
        known.ids.add(seen.pairs[i]);
        known.texts.add(seen.pairs[i + 1]);
      }
      return known;
    }
  }
}
