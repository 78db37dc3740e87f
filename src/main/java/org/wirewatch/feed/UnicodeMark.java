package org.wirewatch.feed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the first four bytes say for certain (XML 1.0, appendix F).
 *
 * @param length of the byte order mark, 0 if the charset shows from how {@code <} is written
 */
record UnicodeMark(Charset charset, int length) {
  /** Null if they say nothing. */
  static @Nullable UnicodeMark of(byte[] bytes) {
    int start = 0;
    for (int i = 0; i < 4; i++) {
      start = start << 8 | (i < bytes.length ? bytes[i] & 0xff : 0xaa);
    }
    return switch (start) {
      case 0x0000feff -> new UnicodeMark(UTF_32BE, 4);
      case 0xfffe0000 -> new UnicodeMark(UTF_32LE, 4);
      case 0x0000003c -> new UnicodeMark(UTF_32BE, 0);
      case 0x3c000000 -> new UnicodeMark(UTF_32LE, 0);
      default -> ofPair(start);
    };
  }

  private static @Nullable UnicodeMark ofPair(int start) {
    if (start >>> 8 == 0xefbbbf) {
      return new UnicodeMark(UTF_8, 3);
    }
    return switch (start >>> 16) {
      case 0xfeff -> new UnicodeMark(UTF_16BE, 2);
      case 0xfffe -> new UnicodeMark(UTF_16LE, 2);
      case 0x003c, 0x007b -> new UnicodeMark(UTF_16BE, 0);
      case 0x3c00, 0x7b00 -> new UnicodeMark(UTF_16LE, 0);
      default -> null;
    };
  }
}
