package org.wirewatch.notify;

/**
 * A password, token or an address that is as good as one. Shows itself only to those who ask by
 * {@link #reveal}.
 */
public final class Secret {
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

  /** The text with the secret struck out wherever it stands; for errors of others. */
  String redact(String text) {
    return value.isEmpty() ? text : text.replace(value, "***");
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
    return "***";
  }
}
