package org.wirewatch.match;

import java.util.ArrayList;
import java.util.List;
import org.wirewatch.text.Tokens;

/**
 * Patterns with {@code *} (any letters, or none) and {@code ?} (one letter), found by the letters
 * that they begin with: the cost of a word grows with the patterns that begin like it.
 */
final class WordPatterns {
  private static final int LONGEST_KEY = 16;

  private final LongIntMap firstByPrefix = new LongIntMap(8);
  private final List<Entry> entries = new ArrayList<>();
  private int keyLengths;

  private record Entry(String pattern, int number, int next) {}

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void add(String pattern, int number) {
    int length = 0;
    while (length < LONGEST_KEY && pattern.charAt(length) != '*' && pattern.charAt(length) != '?') {
      length++;
    }
    keyLengths |= 1 << length;
    long key = hash(pattern, length);
    entries.add(new Entry(pattern, number, firstByPrefix.get(key)));
    firstByPrefix.put(key, entries.size() - 1);
  }

  /** Adds the patterns that the folded characters from {@code start} to {@code end} fit. */
  void read(Tokens tokens, int start, int end, int alternate, Readings readings) {
    long hash = 1;
    int longest = Math.min(end - start, LONGEST_KEY);
    for (int length = 1; length <= longest && keyLengths >>> length != 0; length++) {
      hash = next(hash, tokens.foldedChar(start + length - 1));
      if ((keyLengths & 1 << length) != 0) {
        for (int e = firstByPrefix.get(hash); e >= 0; e = entries.get(e).next) {
          if (matches(entries.get(e).pattern, tokens, start, end)) {
            readings.add(entries.get(e).number, alternate);
          }
        }
      }
    }
  }

  /** Linear in practice: only the last star is ever tried again. */
  private static boolean matches(String pattern, Tokens tokens, int start, int end) {
    int p = 0;
    int w = start;
    int star = -1;
    int resume = start;
    while (w < end) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = w;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == tokens.foldedChar(w))) {
        p++;
        w++;
      } else if (star >= 0) {
        p = star + 1;
        w = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static long hash(String pattern, int length) {
    long hash = 1;
    for (int i = 0; i < length; i++) {
      hash = next(hash, pattern.charAt(i));
    }
    return hash;
  }

  private static long next(long hash, char c) {
    long mixed = (hash ^ c) * 0x9E3779B97F4A7C15L;
    return mixed == 0 ? 1 : mixed;
  }
}
