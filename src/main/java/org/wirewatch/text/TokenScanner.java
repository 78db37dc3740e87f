package org.wirewatch.text;

import static org.wirewatch.text.CharTable.isWord;
import static org.wirewatch.text.CharTable.kind;

import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Field;

/** One pass over the characters of one field. Confined to one thread; used once. */
final class TokenScanner {
  private final char[] text;
  private final Field field;
  private final @Nullable String language;
  private final TokensBuilder out;
  private final SentenceRules sentences;
  private final WordScanner words;
  private final Clitics clitics;

  private int at;
  private int paragraph;
  private int sentenceStart = -1;
  private int sentenceFirst;

  TokenScanner(String text, Field field, @Nullable String language, TokensBuilder out) {
    this.text = text.toCharArray();
    this.field = field;
    this.language = language;
    this.out = out;
    this.sentences = new SentenceRules(this.text, language);
    this.clitics = new Clitics(language, out);
    this.words = new WordScanner(this.text, language, clitics, out);
  }

  /**
   * Scans the whole field.
   *
   * @return the number of the next free paragraph
   */
  int scan(int firstParagraph) {
    paragraph = firstParagraph;
    sentenceFirst = out.size;
    while (at < text.length) {
      char c = text[at];
      if (c == ' ') {
        at++;
        continue;
      }
      if (WordScanner.isPlainLetter(c)) {
        sentenceStart = sentenceStart < 0 ? at : sentenceStart;
        word();
        continue;
      }
      byte kind = kind(c);
      if (sentenceStart < 0 && kind != CharTable.NEWLINE && !isSpace(c)) {
        sentenceStart = at;
      }
      step(kind);
    }
    endParagraph();
    return paragraph;
  }

  private void step(byte kind) {
    switch (kind) {
      case CharTable.LOWER, CharTable.UPPER, CharTable.UNCASED, CharTable.DIGIT -> word();
      case CharTable.HAN, CharTable.KANA -> single(kind, 1);
      case CharTable.HANGUL -> hangul();
      case CharTable.COMPLEX -> complex();
      case CharTable.SURROGATE -> surrogate();
      case CharTable.TERMINATOR -> terminator();
      case CharTable.NEWLINE -> {
        endParagraph();
        at++;
      }
      default -> at++;
    }
  }

  private void word() {
    int initials = Initials.end(text, at);
    if (initials > 0) {
      initials(initials);
    } else {
      at = words.scan(at);
    }
  }

  private void initials(int end) {
    int from = at;
    int foldFrom = out.foldLength;
    int letters = 0;
    int uppers = 0;
    for (; at < end; at++) {
      byte kind = kind(text[at]);
      if (isWord(kind)) {
        letters++;
        uppers += kind == CharTable.UPPER ? 1 : 0;
        out.fold(text[at]);
      }
    }
    LetterCase written = LetterCase.of(uppers, letters - uppers, uppers > 0);
    out.token(from, end, foldFrom, written, CharTable.UPPER);
    if (at < text.length && kind(text[at]) == CharTable.APOSTROPHE) {
      at = Endings.afterApostrophe(text, at, language, true);
    } else if (text[end - 1] == '.' && sentences.endsAfterInitials(end)) {
      endSentence(end);
    }
  }

  private void single(byte kind, int chars) {
    int foldFrom = out.foldLength;
    for (int i = 0; i < chars; i++) {
      out.fold(text[at + i]);
    }
    if (isVoicing(text[at]) && out.size > sentenceFirst && out.end(out.size - 1) == at) {
      voice(foldFrom);
    } else if (out.foldLength > foldFrom) {
      out.token(at, at + chars, foldFrom, LetterCase.NONE, kind);
    }
    at += chars;
  }

  /** The voicing mark has changed the last folded character; its token takes the mark in. */
  private void voice(int foldFrom) {
    int token = out.size - 1;
    out.foldLength = foldFrom;
    out.endsAt(token, at + 1);
    out.hash[token] = Folding.hash(out.folded, out.foldStart(token), out.foldEnd(token));
  }

  private static boolean isVoicing(char c) {
    return c == '\u3099' || c == '\u309A' || c == '\uFF9E' || c == '\uFF9F';
  }

  private void hangul() {
    int from = at;
    int foldFrom = out.foldLength;
    while (at < text.length && kind(text[at]) == CharTable.HANGUL) {
      out.fold(text[at]);
      at++;
    }
    int token = out.token(from, at, foldFrom, LetterCase.NONE, CharTable.HANGUL);
    clitics.takeOffParticles(token);
  }

  private void complex() {
    int from = at;
    while (at < text.length && continuesComplex(text[at])) {
      at++;
    }
    WordBreaks.forEach(
        text,
        from,
        at,
        (start, end) -> {
          int foldFrom = out.foldLength;
          for (int i = start; i < end; i++) {
            out.fold(text[i]);
          }
          out.token(start, end, foldFrom, LetterCase.NONE, CharTable.COMPLEX);
        });
  }

  private static boolean continuesComplex(char c) {
    byte kind = kind(c);
    return kind == CharTable.COMPLEX || kind == CharTable.MARK || kind == CharTable.IGNORED;
  }

  /** Beyond the basic plane: rare Han characters are words, emoji and the like are not. */
  private void surrogate() {
    int codePoint = Character.codePointAt(text, at);
    int chars = Character.charCount(codePoint);
    if (chars == 2 && Character.isIdeographic(codePoint)) {
      single(CharTable.HAN, chars);
    } else {
      at += chars;
    }
  }

  private void terminator() {
    int end = sentences.end(at, out, sentenceFirst);
    if (end < 0) {
      at = sentences.afterTerminators(at);
    } else {
      at = end;
      endSentence(end);
    }
  }

  private void endSentence(int end) {
    if (out.size > sentenceFirst) {
      int stop = end;
      while (stop > sentenceStart && isSpace(text[stop - 1])) {
        stop--;
      }
      out.sentence(field, sentenceStart, stop, sentenceFirst, paragraph);
      sentenceFirst = out.size;
      sentenceStart = -1;
    }
  }

  private void endParagraph() {
    int before = out.sentences;
    endSentence(Math.min(at, text.length));
    sentenceStart = -1;
    if (out.sentences > before || paragraphHasSentences()) {
      paragraph++;
    }
  }

  private boolean paragraphHasSentences() {
    return out.sentences > 0 && out.sentenceParagraph[out.sentences - 1] == paragraph;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u3000' || Character.isWhitespace(c);
  }
}
