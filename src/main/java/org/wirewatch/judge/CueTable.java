package org.wirewatch.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirewatch.text.Folding;
import org.wirewatch.text.Tokens;

/** The words of {@code cues.txt} and the given names, found by their hash. Immutable. */
final class CueTable {
  private static final CueTable BUILT_IN = new CueTable();

  private final Map<Long, Long> words = new HashMap<>(1 << 15);
  private final Map<Long, List<Phrase>> phrases = new HashMap<>();

  private CueTable() {
    readNames(text("given-names.txt"));
    readCues(text("cues.txt"));
  }

  static CueTable builtIn() {
    return BUILT_IN;
  }

  /** For each token the bits of the cues that start there. */
  long[] masks(Tokens tokens) {
    long[] masks = new long[tokens.size()];
    for (int i = 0; i < masks.length; i++) {
      long hash = tokens.hash(i);
      masks[i] = words.getOrDefault(hash, 0L);
      for (Phrase phrase : phrases.getOrDefault(hash, List.of())) {
        if (phrase.standsAt(i, tokens)) {
          masks[i] |= phrase.cue.bit();
        }
      }
    }
    return masks;
  }

  private void readNames(String text) {
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          for (String name : line.split(" ")) {
            add(Folding.hash(Folding.fold(name)), Cue.GIVEN_NAME);
          }
        });
  }

  private void readCues(String text) {
    Cue cue = Cue.INSTITUTION;
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        cue = Cue.valueOf(line.substring(1, line.indexOf(']')).toUpperCase(Locale.ROOT));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        for (String word : line.split(" ")) {
          addWord(word, cue);
        }
      }
    }
  }

  private void addWord(String word, Cue cue) {
    String[] parts = Folding.fold(word).split("_");
    long first = Folding.hash(parts[0]);
    if (parts.length == 1) {
      add(first, cue);
      return;
    }
    long[] rest = new long[parts.length - 1];
    for (int i = 1; i < parts.length; i++) {
      rest[i - 1] = Folding.hash(parts[i]);
    }
    phrases.computeIfAbsent(first, _ -> new ArrayList<>()).add(new Phrase(cue, rest));
  }

  private void add(long hash, Cue cue) {
    words.merge(hash, cue.bit(), (a, b) -> a | b);
  }

  private static String text(String name) {
    try (InputStream in = CueTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no data file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private record Phrase(Cue cue, long[] rest) {
    boolean standsAt(int token, Tokens tokens) {
      if (token + rest.length >= tokens.size()) {
        return false;
      }
      for (int i = 0; i < rest.length; i++) {
        if (tokens.hash(token + 1 + i) != rest[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
