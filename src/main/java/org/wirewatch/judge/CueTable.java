package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirewatch.text.Folding;
import org.wirewatch.text.Tokens;

/** The words of {@code cues.txt} and the given names, found by their hash. Immutable. */
final class CueTable {
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern UNDERSCORE = Pattern.compile("_");
  private static final CueTable BUILT_IN = new CueTable();

  /** A power of two, well above the number of words. */
  private static final int SLOTS = 1 << 15;

  /** Marks a word that opens a cue of several. */
  private static final long OPENS_PHRASE = 1L << 62;

  private final long[] hashes = new long[SLOTS];
  private final long[] bits = new long[SLOTS];
  private final Map<Long, List<Phrase>> phrases = new HashMap<>();

  private CueTable() {
    readNames(DataFile.text("given-names.txt"));
    readCues(DataFile.text("cues.txt"));
  }

  static CueTable builtIn() {
    return BUILT_IN;
  }

  /** For each token the bits of the cues that start there. */
  long[] masks(Tokens tokens) {
    long[] masks = new long[tokens.size()];
    for (int i = 0; i < masks.length; i++) {
      long mask = bits[slot(tokens.hash(i))];
      masks[i] = mask;
      if ((mask & OPENS_PHRASE) != 0) {
        for (Phrase phrase : phrases.getOrDefault(tokens.hash(i), List.of())) {
          if (phrase.standsAt(i, tokens)) {
            masks[i] |= phrase.cue.bit();
          }
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
    List<Long> parts = parts(word).map(Folding::fold).map(Folding::hash).toList();
    if (parts.size() == 1) {
      add(parts.getFirst(), cue);
    } else {
      mark(parts.getFirst(), OPENS_PHRASE);
      phrases.computeIfAbsent(parts.getFirst(), _ -> new ArrayList<>()).add(new Phrase(cue, parts));
    }
  }

  /** Chinese and Japanese texts have a token for each character. */
  private static Stream<String> parts(String word) {
    return isCjk(word.charAt(0))
        ? word.codePoints().mapToObj(Character::toString)
        : UNDERSCORE.splitAsStream(word);
  }

  private static boolean isCjk(char first) {
    return switch (Character.UnicodeScript.of(first)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }

  private void add(long hash, Cue cue) {
    mark(hash, cue.bit());
  }

  private void mark(long hash, long bit) {
    int slot = slot(hash);
    hashes[slot] = hash;
    bits[slot] |= bit;
  }

  /** Where a hash is or would be; hashes are never zero. */
  private int slot(long hash) {
    int slot = (int) (hash ^ (hash >>> 20)) & (SLOTS - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
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
