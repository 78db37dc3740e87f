package org.wirewatch.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wirewatch.text.Folding;
import org.wirewatch.text.NameForms;
import org.wirewatch.text.Stems;
import org.wirewatch.text.Tokens;

/**
 * The words that an index knows, each with every form that it matches by. A word is a folded form
 * and the languages it inflects in; identical words of different phrases are one.
 *
 * <p>From the hash of a form lead postings to words. A posting's mask says by which reading of a
 * token the form counts: as it stands, or as its stem in one language.
 */
final class Vocabulary {
  /** The form counts for a token as it stands, or one of its alternates. */
  private static final int AS_IT_STANDS = 1;

  private final LongIntMap firstPosting = new LongIntMap(64);
  private final Map<Word, Integer> numbers = new HashMap<>();
  private int postings;
  private int[] postingWord = new int[64];
  private int[] postingMask = new int[64];
  private int[] postingNext = new int[64];
  private boolean inflects;

  private record Word(String written, boolean name, Set<String> languages) {}

  /** Receives the words that a token may be. */
  interface Visitor {
    void word(int number);
  }

  /** Whether any word has inflected forms, so that the stems of a text are needed. */
  boolean inflects() {
    return inflects;
  }

  int size() {
    return numbers.size();
  }

  /**
   * The number of a word, listed if it is new.
   *
   * @param name whether to decline it as a proper name
   * @param languages in which it inflects
   */
  int add(String written, String folded, boolean name, Set<String> languages) {
    Word word =
        languages.isEmpty()
            ? new Word(folded, false, languages)
            : new Word(written.toLowerCase(Locale.ROOT), name, languages);
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(word, number);
    post(Folding.hash(folded), number, AS_IT_STANDS);
    for (String language : languages) {
      int bit = Stems.bit(language);
      if (bit != 0) {
        inflects = true;
        post(Folding.hash(Stems.stem(written, language)), number, bit << 1);
      }
      if (name) {
        for (String form : NameForms.of(folded, language)) {
          post(Folding.hash(form), number, AS_IT_STANDS);
        }
      }
    }
    return number;
  }

  private void post(long hash, int word, int mask) {
    int first = firstPosting.get(hash);
    for (int p = first; p >= 0; p = postingNext[p]) {
      if (postingWord[p] == word) {
        postingMask[p] |= mask;
        return;
      }
    }
    if (postings == postingWord.length) {
      postingWord = Arrays.copyOf(postingWord, postings * 2);
      postingMask = Arrays.copyOf(postingMask, postings * 2);
      postingNext = Arrays.copyOf(postingNext, postings * 2);
    }
    postingWord[postings] = word;
    postingMask[postings] = mask;
    postingNext[postings] = first;
    firstPosting.put(hash, postings++);
  }

  /** The words that a token is as it stands or by its stem, each once. */
  void words(Tokens tokens, int token, Visitor visitor) {
    long hash = tokens.hash(token);
    if (!inflects) {
      words(hash, visitor);
      return;
    }
    long stem = tokens.stemHash(token);
    int stemMask = tokens.stemBit(token) << 1;
    if (stem == hash) {
      visit(hash, AS_IT_STANDS | stemMask, visitor);
      return;
    }
    visit(hash, AS_IT_STANDS, visitor);
    for (int p = firstPosting.get(stem); p >= 0; p = postingNext[p]) {
      if ((postingMask[p] & stemMask) != 0 && !matches(hash, postingWord[p])) {
        visitor.word(postingWord[p]);
      }
    }
  }

  /** The words that an alternate reading is. */
  void words(long hash, Visitor visitor) {
    visit(hash, AS_IT_STANDS, visitor);
  }

  private void visit(long hash, int mask, Visitor visitor) {
    for (int p = firstPosting.get(hash); p >= 0; p = postingNext[p]) {
      if ((postingMask[p] & mask) != 0) {
        visitor.word(postingWord[p]);
      }
    }
  }

  private boolean matches(long hash, int word) {
    for (int p = firstPosting.get(hash); p >= 0; p = postingNext[p]) {
      if (postingWord[p] == word) {
        return (postingMask[p] & AS_IT_STANDS) != 0;
      }
    }
    return false;
  }
}
