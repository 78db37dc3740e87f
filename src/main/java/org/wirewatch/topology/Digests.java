package org.wirewatch.topology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.wirewatch.model.Field;
import org.wirewatch.model.Item;

/** Digests of what a reader sees of an item: a change of anything else is no change. */
final class Digests {
  private static final int BYTES = 12;

  private Digests() {}

  static String of(Item item) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Field field : Field.values()) {
        digest.update(item.text(field).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      byte[] first = java.util.Arrays.copyOf(digest.digest(), BYTES);
      return Base64.getEncoder().encodeToString(first);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
