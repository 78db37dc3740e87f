package org.wirewatch.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Bodies that were packed with gzip, as files or by servers that do not say so. */
final class Unpacker {
  private Unpacker() {}

  static boolean isPacked(byte[] body) {
    return body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
  }

  /**
   * The body unpacked; one byte more than {@code limit} at most, so that the caller can tell.
   *
   * @throws IOException if it cannot be unpacked
   */
  static byte[] unpack(byte[] body, int limit) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readNBytes(limit + 1);
    }
  }
}
