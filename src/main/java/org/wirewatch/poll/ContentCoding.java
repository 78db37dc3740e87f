package org.wirewatch.poll;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes what {@code Content-Encoding} names, up to a bound of bytes. Pure.
 *
 * <p>What the bytes are counts more than what the header says: gzip without a header is unpacked (a
 * feed behind {@code .xml.gz}), plain text that claims to be compressed is left alone.
 */
final class ContentCoding {
  /** What {@code Accept-Encoding} offers. */
  static final String ACCEPTED = "gzip, br, deflate";

  private static final int CHUNK = 16 * 1024;

  private ContentCoding() {}

  /**
   * The body unpacked. A body that breaks off gives what came until then, marked as truncated; one
   * that grows beyond the bound is too large.
   *
   * @param coding the header's value; empty where there is none
   */
  static BoundedBody.Received decode(BoundedBody.Received packed, String coding, long maxBytes) {
    byte[] bytes = packed.bytes();
    if (packed.tooLarge() || bytes.length == 0) {
      return packed;
    }
    try {
      if (isGzip(bytes)) {
        return unpack(new GZIPInputStream(in(bytes), CHUNK), packed, maxBytes);
      }
      return switch (coding.toLowerCase(Locale.ROOT).strip()) {
        case "br" -> unpack(new BrotliInputStream(in(bytes), CHUNK), packed, maxBytes);
        case "deflate" ->
            unpack(new InflaterInputStream(in(bytes), inflater(bytes)), packed, maxBytes);
        default -> packed;
      };
    } catch (IOException notPackedAtAll) {
      return packed;
    }
  }

  private static BoundedBody.Received unpack(
      InputStream in, BoundedBody.Received packed, long maxBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(packed.bytes().length * 4);
    byte[] chunk = new byte[CHUNK];
    try (in) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        if (out.size() + (long) read > maxBytes) {
          return new BoundedBody.Received(new byte[0], false, true);
        }
        out.write(chunk, 0, read);
      }
      return new BoundedBody.Received(out.toByteArray(), packed.truncated(), false);
    } catch (IOException broken) {
      if (out.size() == 0) {
        throw broken;
      }
      return new BoundedBody.Received(out.toByteArray(), true, false);
    }
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }

  /** The header means zlib's format; some servers send the bare stream. */
  private static Inflater inflater(byte[] bytes) {
    boolean zlib =
        bytes.length > 1
            && (bytes[0] & 0x0f) == 8
            && ((bytes[0] & 0xff) * 256 + (bytes[1] & 0xff)) % 31 == 0;
    return new Inflater(!zlib);
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
