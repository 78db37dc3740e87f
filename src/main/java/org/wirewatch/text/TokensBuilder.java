package org.wirewatch.text;

import java.util.Arrays;
import org.wirewatch.model.Field;

/** The growing arrays behind {@link Tokens}. Confined to one thread until handed over. */
final class TokensBuilder {
  int size;
  int[] start;
  int[] end;
  int[] foldStart;
  int[] foldEnd;
  long[] hash;
  LetterCase[] letterCase;
  byte[] kind;
  int[] sentence;

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
    start = new int[expected];
    end = new int[expected];
    foldStart = new int[expected];
    foldEnd = new int[expected];
    hash = new long[expected];
    letterCase = new LetterCase[expected];
    kind = new byte[expected];
    sentence = new int[expected];
    folded = new char[chars + 64];
  }

  /** Adds the token whose folded form was appended last, from {@code foldFrom} on. */
  int token(int from, int to, int foldFrom, LetterCase written, byte tokenKind) {
    if (size == start.length) {
      growTokens();
    }
    start[size] = from;
    end[size] = to;
    foldStart[size] = foldFrom;
    foldEnd[size] = foldLength;
    hash[size] = Folding.hash(folded, foldFrom, foldLength);
    letterCase[size] = written;
    kind[size] = tokenKind;
    sentence[size] = sentences;
    return size++;
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
    start = Arrays.copyOf(start, more);
    end = Arrays.copyOf(end, more);
    foldStart = Arrays.copyOf(foldStart, more);
    foldEnd = Arrays.copyOf(foldEnd, more);
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
