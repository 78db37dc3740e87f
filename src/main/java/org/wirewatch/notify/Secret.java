package org.wirewatch.notify;

/**
 * A password, token or an address that is as good as one. Shows itself only to those who ask by
 * {@link #reveal}.
 */
public final class Secret {
  private static final String MASK = "***";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The secret itself, for the wire alone. */
  public String reveal() {
    return value;
  }

  /**
   * The text with the secret struck out wherever it stands; for errors of others. Of an address the
   * last segment of its path, which is what makes it secret, is struck out by itself too.
   */
  String redact(String text) {
    String redacted = value.isEmpty() ? text : text.replace(value, MASK);
    String segment = value.contains("://") ? value.substring(value.lastIndexOf('/') + 1) : "";
    return segment.isEmpty() ? redacted : redacted.replace(segment, MASK);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Secret other && value.equals(other.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return MASK;
  }
}
