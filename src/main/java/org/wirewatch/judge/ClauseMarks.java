package org.wirewatch.judge;

import org.wirewatch.text.Tokens;

/**
 * The punctuation before each word of a sentence: where its clauses end. Confined to one thread.
 */
final class ClauseMarks {
  static final int NONE = 0;
  static final int COMMA = 1;
  static final int HARD = 2;

  private final Tokens tokens;
  private final int sentence;
  private final int firstToken;
  private final int lastToken;
  private byte[] marks = {};

  ClauseMarks(Tokens tokens, int sentence) {
    this.tokens = tokens;
    this.sentence = sentence;
    this.firstToken = tokens.firstToken(sentence);
    this.lastToken = tokens.lastToken(sentence);
  }

  /** The strongest mark between two tokens. */
  int between(int from, int to) {
    int strongest = NONE;
    for (int token = from + 1; token <= to; token++) {
      strongest = Math.max(strongest, at(token));
    }
    return strongest;
  }

  /** The punctuation before a token of this sentence. */
  int at(int token) {
    if (marks.length == 0) {
      marks = new byte[lastToken - firstToken + 1];
      String text = tokens.text(tokens.sentenceField(sentence));
      for (int i = firstToken + 1; i <= lastToken; i++) {
        marks[i - firstToken] = (byte) strongest(text, tokens.end(i - 1), tokens.start(i));
      }
    }
    return marks[token - firstToken];
  }

  private static int strongest(String text, int from, int to) {
    int strongest = NONE;
    for (int i = from; i < to; i++) {
      strongest =
          Math.max(
              strongest,
              switch (text.charAt(i)) {
                case ',', '，', '、', '،' -> COMMA;
                case ':' ->
                    i + 1 < text.length() && Character.isDigit(text.charAt(i + 1)) ? NONE : HARD;
                case ';', '：', '；', '؛', '—', '–', '|', '。', '!', '?', '…' -> HARD;
                case '-' -> i > from && text.charAt(i - 1) == ' ' ? HARD : NONE;
                default -> NONE;
              });
    }
    return strongest;
  }
}
