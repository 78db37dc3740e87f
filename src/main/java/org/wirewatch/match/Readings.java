package org.wirewatch.match;

import java.util.Arrays;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/**
 * What words of a vocabulary the tokens of a text may be read as: for each token, its readings.
 * Made once a text, confined to one thread.
 */
final class Readings {
  /** Instead of the number of an alternate: the token as it stands. */
  static final int PLAIN = -1;

  private final Tokens tokens;
  private final int[] firstOfToken;
  private int size;
  private int[] word;
  private int[] alternate;

  private Readings(Tokens tokens) {
    this.tokens = tokens;
    this.firstOfToken = new int[tokens.size() + 1];
    this.word = new int[tokens.size() + 16];
    this.alternate = new int[tokens.size() + 16];
  }

  static Readings of(Tokens tokens, Vocabulary vocabulary) {
    Readings readings = new Readings(tokens);
    int alternates = tokens.alternateCount();
    int next = 0;
    for (int token = 0; token < tokens.size(); token++) {
      readings.firstOfToken[token] = readings.size;
      vocabulary.read(tokens, token, readings);
      for (; next < alternates && tokens.alternateToken(next) == token; next++) {
        vocabulary.readAlternate(tokens, next, readings);
      }
    }
    readings.firstOfToken[tokens.size()] = readings.size;
    return readings;
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
