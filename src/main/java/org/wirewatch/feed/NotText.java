package org.wirewatch.feed;

/** Tells text from the bytes of an image, a sound or an archive. */
final class NotText {
  private static final int WINDOW = 4_000;

  /** One byte in so many may be a control character in broken text. */
  private static final int TOLERANCE = 25;

  private NotText() {}

  /** Whether the beginning is full of control characters, and it is not UTF-16 or UTF-32. */
  static boolean is(byte[] bytes) {
    int end = Math.min(bytes.length, WINDOW);
    int controls = 0;
    for (int i = 0; i < end; i++) {
      byte b = bytes[i];
      controls += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
    }
    return controls * TOLERANCE > end && UnicodeMark.of(bytes) == null;
  }
}
