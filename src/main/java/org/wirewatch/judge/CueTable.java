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
import java.util.regex.Pattern;
import org.wirewatch.text.Folding;
import org.wirewatch.text.Tokens;

/** The words of {@code cues.txt} and the given names, found by their hash. Immutable. */
final class CueTable {
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern UNDERSCORE = Pattern.compile("_");
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
          for (String name : BLANK.splitAsStream(line).toList()) {
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
        for (String word : BLANK.splitAsStream(line).toList()) {
          addWord(word, cue);
        }
      }
    }
  }

  private void addWord(String word, Cue cue) {
    List<Long> parts =
        UNDERSCORE.splitAsStream(word).map(Folding::fold).map(Folding::hash).toList();
    if (parts.size() == 1) {
      add(parts.getFirst(), cue);
    } else {
      phrases.computeIfAbsent(parts.getFirst(), _ -> new ArrayList<>()).add(new Phrase(cue, parts));
    }
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

  /** A cue of several words, by the hashes of all of them. */
  private record Phrase(Cue cue, List<Long> words) {
    boolean standsAt(int token, Tokens tokens) {
      if (token + words.size() > tokens.size()) {
        return false;
      }
      for (int i = 1; i < words.size(); i++) {
        if (tokens.hash(token + i) != words.get(i)) {
          return false;
        }
      }
      return true;
    }
  }
}
