package org.wirewatch.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compounds that are written as one word and as two: "ceasefire" and "cease fire". What is written
 * with a hyphen needs no list, being both. English; only what is listed, since "in form" is not
 * "inform"; with their plurals in -s.
 */
public final class Compounds {
  /** From the joined word to where it parts. */
  private static final Map<String, Integer> PARTS = load();

  private Compounds() {}

  /** The first part of a folded word that is also written as two; null for all others. */
  public static @Nullable String firstPart(String folded) {
    Integer length = PARTS.get(folded);
    if (length == null && folded.endsWith("s")) {
      length = PARTS.get(folded.substring(0, folded.length() - 1));
    }
    return length == null ? null : folded.substring(0, length);
  }

  /** Whether two folded words are also written as one. */
  public static boolean join(String first, String second) {
    return first.equals(firstPart(first + second));
  }

  private static Map<String, Integer> load() {
    try (InputStream in = Compounds.class.getResourceAsStream("compounds.txt")) {
      if (in == null) {
        throw new IllegalStateException("no compounds.txt on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line.replace(" ", ""), line -> line.indexOf(' ')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
