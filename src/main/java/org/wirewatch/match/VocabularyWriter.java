package org.wirewatch.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirewatch.text.Folding;
import org.wirewatch.text.NameForms;
import org.wirewatch.text.Stems;
import org.wirewatch.text.StopWords;

/**
 * Numbers the words of an index and lists the forms by which each is found. A word is a folded form
 * and the languages it inflects in; identical words of different phrases are one. Confined to one
 * thread.
 */
final class VocabularyWriter {
  private static final double STOP_WORD = 0.3;
  private static final double PATTERN = 0.02;
  private static final Pattern JOINER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");

  private final LongIntMap numbers = new LongIntMap(64);
  private final LongIntMap firstPosting = new LongIntMap(64);
  private final WordPatterns patterns = new WordPatterns();
  private int words;
  private float[] guess = new float[64];
  private int[] uses = new int[64];
  private int postings;
  private int[] postingWord = new int[64];
  private int[] postingMask = new int[64];
  private int[] postingNext = new int[64];
  private boolean inflects;

  int size() {
    return words;
  }

  /** The number of a word, listed if it is new. */
  int add(Spelling.Part part, Set<String> languages) {
    int number = part.pattern() ? addPattern(part.folded()) : addWord(part, languages);
    uses[number]++;
    return number;
  }

  /**
   * The share of all items that have a word: a guess that only speed depends on. Short words are
   * common, and so are those that many phrases have.
   */
  double frequency(int word) {
    if (guess[word] >= STOP_WORD) {
      return guess[word];
    }
    double weight = (double) guess[word] * uses[word];
    return STOP_WORD * weight / (weight + 1);
  }

  private int number(long key, double frequency) {
    if (words == uses.length) {
      guess = Arrays.copyOf(guess, words * 2);
      uses = Arrays.copyOf(uses, words * 2);
    }
    guess[words] = (float) frequency;
    numbers.put(key, words);
    return words++;
  }

  private int addPattern(String pattern) {
    long key = Mixing.mix(Folding.hash(pattern), -1);
    int known = numbers.get(key);
    if (known >= 0) {
      return known;
    }
    patterns.add(pattern, words);
    return number(key, PATTERN);
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
    int number = number(key, guessed(part.folded()));
    post(Folding.hash(part.folded()), number, Vocabulary.AS_IT_STANDS);
    if (bits != 0) {
      inflect(part, languages, name, number);
    }
    return number;
  }

  private static double guessed(String folded) {
    boolean everywhere = folded.length() < 3 || StopWords.contains(folded, "en");
    return everywhere ? STOP_WORD : 0.2 / (folded.length() * folded.length());
  }

  private void inflect(Spelling.Part part, Set<String> languages, boolean name, int number) {
    inflects = true;
    // What a hyphen joins is stemmed without it, as in texts: see Tokens.alternateStemHash.
    String stemmed = JOINER.matcher(part.written()).find() ? part.folded() : part.written();
    for (String language : languages) {
      if (Stems.fits(part.folded(), language)) {
        post(Folding.hash(Stems.stem(stemmed, language)), number, Stems.bit(language) << 1);
      }
      // In Latin script only where the language is known: else "Chad" would be declined in Polish.
      if (name && (languages.size() == 1 || part.folded().charAt(0) >= '\u0400')) {
        for (String form : NameForms.of(part.folded(), language)) {
          post(Folding.hash(form), number, Vocabulary.AS_IT_STANDS);
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

  /** The vocabulary of all words added. */
  Vocabulary vocabulary() {
    LongIntMap found = new LongIntMap(firstPosting.size());
    IntList lists = new IntList();
    firstPosting.forEach((hash, first) -> {
      boolean plain = postingNext[first] < 0 && postingMask[first] == Vocabulary.AS_IT_STANDS;
      found.put(hash, plain ? postingWord[first] << 1 : list(first, lists) << 1 | 1);
    });
    return new Vocabulary(found, lists.toArray(), patterns, inflects);
  }

  /** Word, mask, word, mask … and an end. */
  private int list(int first, IntList lists) {
    int at = lists.size();
    for (int p = first; p >= 0; p = postingNext[p]) {
      lists.add(postingWord[p]);
      lists.add(postingMask[p]);
    }
    lists.add(Vocabulary.END);
    return at;
  }
}
