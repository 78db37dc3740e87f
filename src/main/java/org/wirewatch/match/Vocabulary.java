package org.wirewatch.match;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wirewatch.text.Tokens;

/**
 * The words that an index knows, found by the hashes of their forms. Immutable; safe to share.
 *
 * <p>A form leads to words, each with a mask that says by which reading of a token the form counts:
 * as it stands, or as its stem in one language. Words are only known by the 64-bit hashes of their
 * forms: among a million, the odds that two share one are below 1 in ten million.
 */
final class Vocabulary {
  /** The form counts for a token as it stands, or one of its alternates. */
  static final int AS_IT_STANDS = 1;

  /** So few that the processor's nearest cache holds them. */
  private static final int FEW_FORMS = 2_000;

  /** Ends a list. */
  static final int END = -1;

  /**
   * Twice a word that counts as it stands, or twice where in {@link #lists} its words are, plus 1.
   */
  private final LongIntMap forms;

  private final int[] lists;
  private final WordPatterns patterns;
  private final boolean inflects;

  /** Only where looking up is worth it. */
  private final @Nullable LatelyRead lately;

  Vocabulary(LongIntMap forms, int[] lists, WordPatterns patterns, boolean inflects) {
    this.forms = forms;
    this.lists = lists;
    this.patterns = patterns;
    this.inflects = inflects;
    this.lately = forms.size() < FEW_FORMS ? null : new LatelyRead();
  }

  /**
   * Writes the words.
   *
   * @throws IllegalStateException if there are patterns among them
   */
  void write(DataOutput out) throws IOException {
    if (!patterns.isEmpty()) {
      throw new IllegalStateException("a vocabulary with patterns is not written");
    }
    long[] hashes = new long[forms.size()];
    int[] codes = new int[forms.size()];
    int[] at = new int[1];
    forms.forEach((hash, code) -> {
      hashes[at[0]] = hash;
      codes[at[0]++] = code;
    });
    Packed.write(hashes, out);
    Packed.write(codes, out);
    Packed.write(lists, out);
    out.writeBoolean(inflects);
  }

  static Vocabulary read(ByteBuffer in) {
    long[] hashes = Packed.readLongs(in);
    int[] codes = Packed.read(in);
    LongIntMap forms = new LongIntMap(hashes.length * 3 / 2);
    for (int i = 0; i < hashes.length; i++) {
      forms.put(hashes[i], codes[i]);
    }
    return new Vocabulary(forms, Packed.read(in), new WordPatterns(), in.get() != 0);
  }

  /**
   * Puts down of each token of a text, and then of each alternate, what {@link LatelyRead#words}
   * says. All at once, ahead of their use, since the processor then waits for many entries at a
   * time instead of for each.
   */
  void recall(Tokens tokens, long[] words) {
    LatelyRead known = lately;
    int size = tokens.size();
    for (int token = 0; token < size; token++) {
      words[token] = known == null ? LatelyRead.UNKNOWN : known.words(tokens.stemKey(token));
    }
    for (int alternate = 0; alternate < tokens.alternateCount(); alternate++) {
      words[size + alternate] =
          known == null ? LatelyRead.UNKNOWN : known.words(tokens.alternateStemKey(alternate));
    }
  }

  /**
   * Adds the words that a token is as it stands, by its stem or by a pattern, each once.
   *
   * @param recalled what {@link #recall} has put down of it
   */
  void read(Tokens tokens, int token, long recalled, Readings readings) {
    if (recalled != LatelyRead.UNKNOWN) {
      addAll(recalled, Readings.PLAIN, readings);
      return;
    }
    int from = readings.size();
    lookUp(tokens, token, readings);
    if (lately != null) {
      lately.keep(tokens.stemKey(token), readings, from);
    }
  }

  /** The same of an alternate. */
  void readAlternate(Tokens tokens, int alternate, long recalled, Readings readings) {
    if (recalled != LatelyRead.UNKNOWN) {
      addAll(recalled, alternate, readings);
      return;
    }
    int from = readings.size();
    lookUpAlternate(tokens, alternate, readings);
    if (lately != null) {
      lately.keep(tokens.alternateStemKey(alternate), readings, from);
    }
  }

  private static void addAll(long recalled, int readAs, Readings readings) {
    for (long words = recalled; words != 0; words = LatelyRead.rest(words)) {
      readings.add(LatelyRead.first(words) - 1, readAs);
    }
  }

  private void lookUp(Tokens tokens, int token, Readings readings) {
    if (!patterns.isEmpty()) {
      patterns.read(
          tokens, tokens.foldStart(token), tokens.foldEnd(token), Readings.PLAIN, readings);
    }
    long hash = tokens.hash(token);
    if (!inflects) {
      add(hash, AS_IT_STANDS, Readings.PLAIN, readings);
      return;
    }
    long stem = tokens.stemHash(token);
    int stemMask = tokens.stemBit(token) << 1;
    if (stem == hash) {
      add(hash, AS_IT_STANDS | stemMask, Readings.PLAIN, readings);
    } else {
      int from = readings.size();
      add(hash, AS_IT_STANDS, Readings.PLAIN, readings);
      addStemmed(stem, stemMask, from, Readings.PLAIN, readings);
    }
  }

  private void lookUpAlternate(Tokens tokens, int alternate, Readings readings) {
    if (!patterns.isEmpty()) {
      int from = tokens.alternateFoldStart(alternate);
      patterns.read(tokens, from, tokens.alternateFoldEnd(alternate), alternate, readings);
    }
    long hash = tokens.alternateHash(alternate);
    long stem = inflects ? tokens.alternateStemHash(alternate) : hash;
    int stemMask = tokens.stemBit(tokens.alternateToken(alternate)) << 1;
    if (stem == hash) {
      boolean joined = tokens.alternateLast(alternate) > tokens.alternateToken(alternate);
      add(hash, joined ? AS_IT_STANDS | stemMask : AS_IT_STANDS, alternate, readings);
    } else {
      int from = readings.size();
      add(hash, AS_IT_STANDS, alternate, readings);
      addStemmed(stem, stemMask, from, alternate, readings);
    }
  }

  private void add(long hash, int mask, int alternate, Readings readings) {
    int form = forms.get(hash);
    if (form < 0) {
      return;
    }
    if ((form & 1) == 0) {
      if ((mask & AS_IT_STANDS) != 0) {
        readings.add(form >> 1, alternate);
      }
      return;
    }
    for (int i = form >> 1; lists[i] != END; i += 2) {
      if ((lists[i + 1] & mask) != 0) {
        readings.add(lists[i], alternate);
      }
    }
  }

  private void addStemmed(long stem, int stemMask, int from, int alternate, Readings readings) {
    int form = forms.get(stem);
    if (form < 0 || (form & 1) == 0) {
      return;
    }
    for (int i = form >> 1; lists[i] != END; i += 2) {
      if ((lists[i + 1] & stemMask) != 0 && !readings.hasSince(from, lists[i])) {
        readings.add(lists[i], alternate);
      }
    }
  }
}
