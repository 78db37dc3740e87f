package org.wirewatch.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has to know to be let in. Keeps a digest only, so that it cannot be shown by
 * accident. Immutable.
 */
public final class Token {
  private final byte[] digest;

  private Token(byte[] digest) {
    this.digest = digest;
  }

  /**
   * The token whose secret that is.
   *
   * @throws IllegalArgumentException if the secret is empty
   */
  public static Token of(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("a token of no characters lets everybody in");
    }
    return new Token(digest(secret));
  }

  /** Compares in a time that says nothing about how much of the secret was right. */
  boolean matches(String given) {
    return MessageDigest.isEqual(digest, digest(given));
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Token other && MessageDigest.isEqual(digest, other.digest);
  }

  @Override
  public int hashCode() {
    return HexFormat.fromHexDigits(HexFormat.of().formatHex(digest, 0, 4));
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "***";
  }
}
