package org.wirewatch.match;

import java.util.Arrays;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/**
 * What words of a vocabulary the tokens of a text may be read as: for each token, its readings.
 * Made once a text, confined to one thread.
 */
final class Readings {
  private final Tokens tokens;
  private final int[] firstOfToken;
  private int size;
  private int[] word = new int[64];
  private int[] alternate = new int[64];

  private Readings(Tokens tokens) {
    this.tokens = tokens;
    this.firstOfToken = new int[tokens.size() + 1];
  }

  static Readings of(Tokens tokens, Vocabulary vocabulary) {
    Readings readings = new Readings(tokens);
    int alternate = 0;
    for (int token = 0; token < tokens.size(); token++) {
      readings.firstOfToken[token] = readings.size;
      vocabulary.words(tokens, token, readings::addPlain);
      while (alternate < tokens.alternateCount() && tokens.alternateToken(alternate) == token) {
        int a = alternate++;
        vocabulary.words(tokens, a, tokens.alternateHash(a), number -> readings.add(number, a));
      }
    }
    readings.firstOfToken[tokens.size()] = readings.size;
    return readings;
  }

  private void addPlain(int number) {
    add(number, -1);
  }

  private void add(int number, int readAs) {
    if (size == word.length) {
      word = Arrays.copyOf(word, size * 2);
      alternate = Arrays.copyOf(alternate, size * 2);
    }
    word[size] = number;
    alternate[size] = readAs;
    size++;
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
