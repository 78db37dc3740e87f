package org.wirewatch.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Identifiers that follow from what they name, so that a replay or a restart finds the same. */
final class Ids {
  private static final int BYTES = 8;

  private Ids() {}

  static String story(String thing, String firstItem) {
    return "s-" + hash(thing + '\n' + firstItem);
  }

  /** The story that an item opens which was in another one that is over. */
  static String story(String thing, String firstItem, Instant again) {
    return "s-" + hash(thing + '\n' + firstItem + '\n' + again);
  }

  static String flood(Subscriber subscriber, Instant since) {
    return hash("flood\n" + subscriber.watchlist() + '\n' + subscriber.entry() + '\n' + since);
  }

  static String alert(String story, Subscriber subscriber) {
    return "a-" + hash(story + '\n' + subscriber.watchlist() + '\n' + subscriber.entry());
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
