package org.wirewatch.text;

import java.util.Arrays;
import org.wirewatch.model.Field;

/** The growing arrays behind {@link Tokens}. Confined to one thread until handed over. */
final class TokensBuilder {
  private static final int BOUNDS = 4;

  int size;
  long[] hash;
  byte[] letterCase;
  byte[] kind;
  int[] sentence;

  /** Of each token its start and end in the text, and in {@link #folded}: read together. */
  private int[] bounds;

  char[] folded;
  int foldLength;

  int alternates;
  int[] altToken = new int[16];
  int[] altLast = new int[16];
  int[] altStart = new int[16];
  int[] altEnd = new int[16];
  int[] altFoldStart = new int[16];
  int[] altFoldEnd = new int[16];
  long[] altHash = new long[16];
  LetterCase[] altCase = new LetterCase[16];

  int sentences;
  Field[] sentenceField = new Field[16];
  int[] sentenceStart = new int[16];
  int[] sentenceEnd = new int[16];
  int[] sentenceFirst = new int[16];
  int[] sentenceParagraph = new int[16];

  TokensBuilder(int chars) {
    int expected = chars / 5 + 16;
    bounds = new int[expected * BOUNDS];
    hash = new long[expected];
    letterCase = new byte[expected];
    kind = new byte[expected];
    sentence = new int[expected];
    folded = new char[chars + 64];
  }

  /** Adds the token whose folded form was appended last, from {@code foldFrom} on. */
  int token(int from, int to, int foldFrom, LetterCase written, byte tokenKind) {
    long known = Folding.hash(folded, foldFrom, foldLength);
    return token(from, to, foldFrom, written, tokenKind, known);
  }

  /** The same where the hash of the folded form is known. */
  int token(int from, int to, int foldFrom, LetterCase written, byte tokenKind, long known) {
    if (size == hash.length) {
      growTokens();
    }
    int at = size * BOUNDS;
    bounds[at] = from;
    bounds[at + 1] = to;
    bounds[at + 2] = foldFrom;
    bounds[at + 3] = foldLength;
    hash[size] = known;
    letterCase[size] = written.code;
    kind[size] = tokenKind;
    sentence[size] = sentences;
    return size++;
  }

  int start(int token) {
    return bounds[token * BOUNDS];
  }

  int end(int token) {
    return bounds[token * BOUNDS + 1];
  }

  int foldStart(int token) {
    return bounds[token * BOUNDS + 2];
  }

  int foldEnd(int token) {
    return bounds[token * BOUNDS + 3];
  }

  /** Lets a token end later than was known when it was added. */
  void endsAt(int token, int end) {
    bounds[token * BOUNDS + 1] = end;
  }

  void alternate(
      int first, int last, int from, int to, int foldFrom, int foldTo, LetterCase written) {
    if (alternates == altToken.length) {
      growAlternates();
    }
    int at = alternates++;
    while (at > 0 && altToken[at - 1] > first) {
      moveAlternate(at - 1, at);
      at--;
    }
    altToken[at] = first;
    altLast[at] = last;
    altStart[at] = from;
    altEnd[at] = to;
    altFoldStart[at] = foldFrom;
    altFoldEnd[at] = foldTo;
    altHash[at] = Folding.hash(folded, foldFrom, foldTo);
    altCase[at] = written;
  }

  void sentence(Field field, int from, int to, int firstToken, int paragraph) {
    if (sentences == sentenceStart.length) {
      int more = sentences * 2;
      sentenceField = Arrays.copyOf(sentenceField, more);
      sentenceStart = Arrays.copyOf(sentenceStart, more);
      sentenceEnd = Arrays.copyOf(sentenceEnd, more);
      sentenceFirst = Arrays.copyOf(sentenceFirst, more);
      sentenceParagraph = Arrays.copyOf(sentenceParagraph, more);
    }
    sentenceField[sentences] = field;
    sentenceStart[sentences] = from;
    sentenceEnd[sentences] = to;
    sentenceFirst[sentences] = firstToken;
    sentenceParagraph[sentences] = paragraph;
    sentences++;
  }

  /** Room for one more character of any expansion. */
  void reserveFold(int chars) {
    if (foldLength + chars + 24 > folded.length) {
      folded = Arrays.copyOf(folded, folded.length * 2 + chars);
    }
  }

  void fold(char c) {
    fold(c, CharTable.page(c));
  }

  void fold(char c, CharTable.Page page) {
    reserveFold(0);
    char simple = page.fold[c & 0xFF];
    if (Folding.standsAlone(simple)) {
      folded[foldLength++] = simple;
    } else {
      foldLength = Folding.append(c, folded, foldLength);
    }
  }

  private void moveAlternate(int from, int to) {
    altToken[to] = altToken[from];
    altLast[to] = altLast[from];
    altStart[to] = altStart[from];
    altEnd[to] = altEnd[from];
    altFoldStart[to] = altFoldStart[from];
    altFoldEnd[to] = altFoldEnd[from];
    altHash[to] = altHash[from];
    altCase[to] = altCase[from];
  }

  private void growTokens() {
    int more = size * 2;
    bounds = Arrays.copyOf(bounds, more * BOUNDS);
    hash = Arrays.copyOf(hash, more);
    letterCase = Arrays.copyOf(letterCase, more);
    kind = Arrays.copyOf(kind, more);
    sentence = Arrays.copyOf(sentence, more);
  }

  private void growAlternates() {
    int more = alternates * 2;
    altToken = Arrays.copyOf(altToken, more);
    altLast = Arrays.copyOf(altLast, more);
    altStart = Arrays.copyOf(altStart, more);
    altEnd = Arrays.copyOf(altEnd, more);
    altFoldStart = Arrays.copyOf(altFoldStart, more);
    altFoldEnd = Arrays.copyOf(altFoldEnd, more);
    altHash = Arrays.copyOf(altHash, more);
    altCase = Arrays.copyOf(altCase, more);
  }
}
