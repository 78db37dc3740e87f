package org.wirewatch.match;

import java.util.Arrays;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/**
 * What words of a vocabulary the tokens of a text may be read as: for each token, its readings.
 * Used text after text, so that none costs an array; confined to one thread.
 */
final class Readings {
  /** Instead of the number of an alternate: the token as it stands. */
  static final int PLAIN = -1;

  private static final Tokens NO_TOKENS = Tokenizer.tokenize("", null);

  /** The arrays of a text with more tokens than this are not kept for the next. */
  private static final int MOST_KEPT = 1 << 14;

  private Tokens tokens = NO_TOKENS;
  private int[] firstOfToken = new int[0];
  private long[] lately = new long[0];
  private int size;
  private int[] word = new int[0];
  private int[] alternate = new int[0];

  /** Forgets what was read before, and reads every token of a text. */
  void read(Tokens text, Vocabulary vocabulary) {
    tokens = text;
    size = 0;
    makeRoom(text.size(), text.alternateCount());
    vocabulary.recall(text, lately);
    int alternates = text.alternateCount();
    int next = 0;
    for (int token = 0; token < text.size(); token++) {
      firstOfToken[token] = size;
      vocabulary.read(text, token, lately[token], this);
      for (; next < alternates && text.alternateToken(next) == token; next++) {
        vocabulary.readAlternate(text, next, lately[text.size() + next], this);
      }
    }
    firstOfToken[text.size()] = size;
  }

  private void makeRoom(int length, int alternates) {
    boolean tooLarge = firstOfToken.length > MOST_KEPT + 1 && length <= MOST_KEPT;
    if (tooLarge || firstOfToken.length <= length) {
      int room = Math.max(1024, length);
      firstOfToken = new int[room + 1];
      word = new int[room * 2];
      alternate = new int[room * 2];
    }
    if (tooLarge || lately.length < length + alternates) {
      lately = new long[Math.max(1024, length + alternates)];
    }
  }

  /** Adds a word that the current token is, as it stands or by one of its alternates. */
  void add(int number, int readAs) {
    if (size == word.length) {
      word = Arrays.copyOf(word, size * 2);
      alternate = Arrays.copyOf(alternate, size * 2);
    }
    word[size] = number;
    alternate[size] = readAs;
    size++;
  }

  int size() {
    return size;
  }

  /** Whether a word was added as number {@code from} or later. */
  boolean hasSince(int from, int number) {
    for (int r = from; r < size; r++) {
      if (word[r] == number) {
        return true;
      }
    }
    return false;
  }

  /** The first reading of a token. */
  int from(int token) {
    return firstOfToken[token];
  }

  /** The end of the readings of a token, exclusive. */
  int to(int token) {
    return firstOfToken[token + 1];
  }

  int word(int reading) {
    return word[reading];
  }

  /** The last token that a reading of {@code token} spans. */
  int last(int token, int reading) {
    return alternate[reading] < 0 ? token : tokens.alternateLast(alternate[reading]);
  }

  int start(int token, int reading) {
    return alternate[reading] < 0 ? tokens.start(token) : tokens.alternateStart(alternate[reading]);
  }

  int end(int token, int reading) {
    return alternate[reading] < 0 ? tokens.end(token) : tokens.alternateEnd(alternate[reading]);
  }

  LetterCase letterCase(int token, int reading) {
    return alternate[reading] < 0
        ? tokens.letterCase(token)
        : tokens.alternateCase(alternate[reading]);
  }
}
