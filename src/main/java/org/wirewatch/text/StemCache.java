package org.wirewatch.text;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The stems of one language's words met lately, as hashes. Thread-safe without locks: an entry says
 * itself whether it is whole, and one lost is computed again. Nothing is allocated for a word.
 */
final class StemCache {
  /** Longer words are not stemmed: no language has them, and some stemmers would take long. */
  private static final int LONGEST = 64;

  /** The most that one character expands to when folded. */
  private static final int EXPANSION = 18;

  private static final int BUCKET_BITS = 16;

  /** Two entries of two longs: one line of the processor's cache holds two buckets. */
  private static final int BUCKET = 4;

  private final ThreadLocal<Work> work;

  /**
   * By bucket a newer and an older entry, each a key mixed with its stem, and the stem: of two
   * threads' halves no key comes out. Made when the first word is met; two threads may each make
   * one, and one of them is lost.
   */
  private long @Nullable [] entries;

  StemCache(String language) {
    work = ThreadLocal.withInitial(() -> new Work(Stemmer.of(language)));
  }

  /** What one thread stems with. */
  private static final class Work {
    private final Stemmer stemmer;
    private final char[] word = new char[LONGEST + Stemmer.ROOM];
    private final char[] folded = new char[(LONGEST + Stemmer.ROOM) * EXPANSION + 24];

    Work(Stemmer stemmer) {
      this.stemmer = stemmer;
    }

    /** Stems and folds the first so many characters of {@link #word}. */
    int stem(int length) {
      int left = stemmer.stem(word, length);
      int size = 0;
      for (int i = 0; i < left; i++) {
        size = Folding.append(word[i], folded, size);
      }
      return size;
    }
  }

  /** The folded stem of a word in any case. */
  String stem(String word) {
    String lower = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    if (lower.length() > LONGEST) {
      return Folding.fold(lower);
    }
    Work mine = work.get();
    lower.getChars(0, lower.length(), mine.word, 0);
    return new String(mine.folded, 0, mine.stem(lower.length()));
  }

  /**
   * The hash of the stem of a folded word.
   *
   * @param key its hash
   * @param from where it starts in the folded characters of {@code tokens}
   * @param to where it ends, exclusive
   */
  long ofFolded(Tokens tokens, long key, int from, int to) {
    long known = known(key);
    if (known != 0) {
      return known;
    }
    int length = to - from;
    if (length > LONGEST) {
      return key;
    }
    Work mine = work.get();
    for (int i = 0; i < length; i++) {
      mine.word[i] = tokens.foldedChar(from + i);
    }
    return keep(key, Folding.hash(mine.folded, 0, mine.stem(length)));
  }

  /** The hash of the stem of a token as written, with its accents. */
  long ofWritten(Tokens tokens, int token) {
    long key = tokens.writtenHash(token);
    long known = known(key);
    return known != 0 ? known : keep(key, Folding.hash(stem(tokens.text(token))));
  }

  /** The stem kept for a key; 0 for none. */
  private long known(long key) {
    long[] all = entries;
    if (all == null) {
      return 0;
    }
    int at = bucket(key);
    if ((all[at] ^ all[at + 1]) == key) {
      return all[at + 1];
    }
    return (all[at + 2] ^ all[at + 3]) == key ? all[at + 3] : 0;
  }

  private long keep(long key, long stem) {
    long[] all = entries;
    if (all == null) {
      all = new long[BUCKET << BUCKET_BITS];
      entries = all;
    }
    int at = bucket(key);
    all[at + 2] = all[at];
    all[at + 3] = all[at + 1];
    all[at] = key ^ stem;
    all[at + 1] = stem;
    return stem;
  }

  private static int bucket(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BUCKET_BITS)) * BUCKET;
  }
}
