package org.wirewatch.match;

import java.util.Arrays;
import java.util.Locale;
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
 * token the form counts: as it stands, or as its stem in one language. Words are only known by the
 * 64-bit hashes of their forms: among a million, the odds that two share one are below 1 in ten
 * million.
 */
final class Vocabulary {
  /** The form counts for a token as it stands, or one of its alternates. */
  private static final int AS_IT_STANDS = 1;

  private final LongIntMap numbers = new LongIntMap(64);
  private final LongIntMap firstPosting = new LongIntMap(64);
  private final WordPatterns patterns = new WordPatterns();
  private int words;
  private int postings;
  private int[] postingWord = new int[64];
  private int[] postingMask = new int[64];
  private int[] postingNext = new int[64];
  private boolean inflects;

  /** Receives the words that a token may be. */
  interface Visitor {
    void word(int number);
  }

  int size() {
    return words;
  }

  /** The number of a word, listed if it is new. */
  int add(Spelling.Part part, Set<String> languages) {
    return part.pattern() ? addPattern(part.folded()) : addWord(part, languages);
  }

  private int addPattern(String pattern) {
    long key = Mixing.mix(Folding.hash(pattern), -1);
    int known = numbers.get(key);
    if (known >= 0) {
      return known;
    }
    numbers.put(key, words);
    patterns.add(pattern, words);
    return words++;
  }

  private int addWord(Spelling.Part part, Set<String> languages) {
    int bits = 0;
    for (String language : languages) {
      bits |= Stems.fits(part.folded(), language) ? Stems.bit(language) : 0;
    }
    boolean name = bits != 0 && part.letterCase().mayBeName();
    String identity = bits == 0 ? part.folded() : part.written().toLowerCase(Locale.ROOT);
    long key = Mixing.mix(Folding.hash(identity), name ? bits << 1 | 1 : bits << 1);
    int known = numbers.get(key);
    if (known >= 0) {
      return known;
    }
    int number = words++;
    numbers.put(key, number);
    post(Folding.hash(part.folded()), number, AS_IT_STANDS);
    if (bits != 0) {
      inflect(part, languages, name, number);
    }
    return number;
  }

  private void inflect(Spelling.Part part, Set<String> languages, boolean name, int number) {
    inflects = true;
    for (String language : languages) {
      if (Stems.fits(part.folded(), language)) {
        post(Folding.hash(Stems.stem(part.written(), language)), number, Stems.bit(language) << 1);
      }
      // In Latin script only where the language is known: else "Chad" would be declined in Polish.
      if (name && (languages.size() == 1 || part.folded().charAt(0) >= '\u0400')) {
        for (String form : NameForms.of(part.folded(), language)) {
          post(Folding.hash(form), number, AS_IT_STANDS);
        }
      }
    }
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
      int more = postings + postings / 2;
      postingWord = Arrays.copyOf(postingWord, more);
      postingMask = Arrays.copyOf(postingMask, more);
      postingNext = Arrays.copyOf(postingNext, more);
    }
    postingWord[postings] = word;
    postingMask[postings] = mask;
    postingNext[postings] = first;
    firstPosting.put(hash, postings++);
  }

  /** The words that a token is as it stands, by its stem or by a pattern, each once. */
  void words(Tokens tokens, int token, Visitor visitor) {
    if (!patterns.isEmpty()) {
      patterns.words(tokens.foldedSequence(token), visitor);
    }
    long hash = tokens.hash(token);
    if (!inflects) {
      visit(hash, AS_IT_STANDS, visitor);
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
      if ((postingMask[p] & stemMask) != 0 && !standsAs(hash, postingWord[p])) {
        visitor.word(postingWord[p]);
      }
    }
  }

  /** The words that an alternate reading is. */
  void words(Tokens tokens, int alternate, long hash, Visitor visitor) {
    if (!patterns.isEmpty()) {
      patterns.words(tokens.alternateFolded(alternate), visitor);
    }
    visit(hash, AS_IT_STANDS, visitor);
  }

  private void visit(long hash, int mask, Visitor visitor) {
    for (int p = firstPosting.get(hash); p >= 0; p = postingNext[p]) {
      if ((postingMask[p] & mask) != 0) {
        visitor.word(postingWord[p]);
      }
    }
  }

  private boolean standsAs(long hash, int word) {
    for (int p = firstPosting.get(hash); p >= 0; p = postingNext[p]) {
      if (postingWord[p] == word) {
        return (postingMask[p] & AS_IT_STANDS) != 0;
      }
    }
    return false;
  }
}
