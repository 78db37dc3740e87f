package org.wirewatch.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Traditional Chinese characters and their simplified forms, so that 臺灣 and 台湾 are one word.
 * Character by character: where a simplified character stands for several traditional ones, these
 * fold alike, and names stay apart by their other characters. Japanese forms that are also
 * traditional Chinese fold with them, in texts and in what is looked for.
 *
 * <p>Read from {@code han-simplified.txt} when the first ideograph is met. Immutable.
 */
final class HanFolds {
  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9FFF';

  private static final Map<Character, Character> SIMPLIFIED = load();

  private HanFolds() {}

  /** The simplified form of a character; itself if it has none. */
  static char simplified(char c) {
    return c < FIRST || c > LAST ? c : SIMPLIFIED.getOrDefault(c, c);
  }

  private static Map<Character, Character> load() {
    Map<Character, Character> pairs = new HashMap<>();
    try (InputStream in = HanFolds.class.getResourceAsStream("han-simplified.txt")) {
      if (in == null) {
        throw new IllegalStateException("no han-simplified.txt on the class path");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> java.util.Arrays.stream(line.split(" ", -1)))
          .forEach(pair -> pairs.put(pair.charAt(0), pair.charAt(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(pairs);
  }
}
