package org.wirewatch.match;

/** Keys of 64 bits made of several values, so well mixed that equal keys mean equal values. */
final class Mixing {
  private Mixing() {}

  /** {@code key} with one more value mixed in (the finaliser of SplitMix64); never zero. */
  static long mix(long key, long value) {
    long z = key * 31 + value * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }
}
