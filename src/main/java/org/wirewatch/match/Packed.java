package org.wirewatch.match;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Arrays and short texts in bytes. */
final class Packed {
  private static final int MOST_BYTES = 5;

  private Packed() {}

  /** The length, and each value by what it differs from the one before: mostly a byte or two. */
  static void write(int[] values, DataOutput out) throws IOException {
    byte[] bytes = new byte[values.length * MOST_BYTES];
    int size = 0;
    int before = 0;
    for (int value : values) {
      int step = value - before;
      before = value;
      int rest = step << 1 ^ step >> 31;
      while ((rest & ~0x7f) != 0) {
        bytes[size++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }
    out.writeInt(values.length);
    out.writeInt(size);
    out.write(bytes, 0, size);
  }

  static int[] read(ByteBuffer in) {
    int[] values = new int[in.getInt()];
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    int at = 0;
    int before = 0;
    for (int i = 0; i < values.length; i++) {
      int rest = 0;
      int shift = 0;
      byte b;
      do {
        b = bytes[at++];
        rest |= (b & 0x7f) << shift;
        shift += 7;
      } while (b < 0);
      before += rest >>> 1 ^ -(rest & 1);
      values[i] = before;
    }
    return values;
  }

  static void write(long[] values, DataOutput out) throws IOException {
    out.writeInt(values.length);
    for (long value : values) {
      out.writeLong(value);
    }
  }

  static long[] readLongs(ByteBuffer in) {
    long[] values = new long[in.getInt()];
    in.asLongBuffer().get(values);
    in.position(in.position() + values.length * Long.BYTES);
    return values;
  }

  static void write(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  static String readText(ByteBuffer in) {
    byte[] bytes = new byte[in.getShort() & 0xffff];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
