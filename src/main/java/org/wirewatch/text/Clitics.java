package org.wirewatch.text;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Small words written onto a word, taken off as alternate readings: Arabic و ف ب ل ك ال, Hebrew ו ש
 * כ ל ב מ ה, Korean particles and the nouns that stick to names.
 *
 * <p>No dictionary tells whether a letter is a prefix or the word's own; since an alternate counts
 * only where a listed phrase begins with it, taking off too much costs little.
 */
final class Clitics {
  private static final String HEBREW = "\u05D4\u05D1\u05DC\u05D5\u05DE\u05E9\u05DB";
  private static final String ARABIC_CONJUNCTIONS = "\u0648\u0641";
  private static final String ARABIC_PREPOSITIONS = "\u0628\u0644\u0643";
  private static final char ALEF = '\u0627';
  private static final char LAM = '\u0644';

  private static final int SHORTEST_STEM = 3;
  private static final int SHORTEST_HANGUL_STEM = 2;
  private static final int LONGEST_HANGUL_ENDING = 5;

  private static final long[] PARTICLES =
      hashes(
          "은 는 이 가 을 를 의 에 에서 에게 로 으로 와 과 도 만 까지 부터 에는 에도 에서는 에서도 로부터 으로부터 "
              + "에게서 이나 나 이라 라 이란 란 이며 며 이고 고 라고 이라고 보다 처럼 마저 조차 인 서 께서 께 한테 이랑 "
              + "랑 과의 와의 에의 로의 으로의 에서의 만의 과는 와는 으로는 로는 이라는 라는 이다 이었다 였다 임 님 씨");

  private static final long[] NOUNS =
      hashes(
          "군 측 산 내 발 인 행 령 제 식 계 국 정부 당국 대통령 총리 외무부 국방부 대사관 대사 영공 공항 국경 정권 "
              + "국민 수도 남부 북부 동부 서부 전역 지역 해군 공군 육군 의회 법원 경찰 언론 국적 출신 주재 현지");

  private final boolean arabicPrefixes;
  private final TokensBuilder out;

  Clitics(@Nullable String language, TokensBuilder out) {
    this.arabicPrefixes = language == null || language.equals("ar");
    this.out = out;
  }

  /** Adds the readings of an Arabic or Hebrew word without its prefixes; nothing for others. */
  void takeOffPrefixes(int token, char[] text) {
    char first = out.folded[out.foldStart(token)];
    if (first >= '\u05D0' && first <= '\u05EA') {
      takeOffHebrew(token, text);
    } else if (arabicPrefixes && first >= '\u0621' && first <= '\u064A') {
      takeOffArabic(token, text);
    }
  }

  private void takeOffHebrew(int token, char[] text) {
    int from = out.foldStart(token);
    int to = out.foldEnd(token);
    for (int k = 1; k <= 3 && to - from - k >= SHORTEST_STEM; k++) {
      if (HEBREW.indexOf(out.folded[from + k - 1]) < 0) {
        return;
      }
      suffix(token, from + k, text);
    }
  }

  private void takeOffArabic(int token, char[] text) {
    int from = out.foldStart(token);
    int to = out.foldEnd(token);
    int at = from;
    if (ARABIC_CONJUNCTIONS.indexOf(out.folded[at]) >= 0 && to - at > SHORTEST_STEM) {
      at++;
      suffix(token, at, text);
    }
    if (ARABIC_PREPOSITIONS.indexOf(out.folded[at]) >= 0 && to - at > SHORTEST_STEM) {
      boolean contracted = out.folded[at] == LAM && out.folded[at + 1] == LAM;
      at++;
      suffix(token, at, text);
      if (contracted) {
        restoreArticle(token, at, text);
        return;
      }
    }
    boolean article =
        to - at >= SHORTEST_STEM + 2 && out.folded[at] == ALEF && out.folded[at + 1] == LAM;
    if (article) {
      suffix(token, at + 2, text);
    }
  }

  /** "لل" is "ل" before "ال": the article's alef is not written. */
  private void restoreArticle(int token, int foldFrom, char[] text) {
    int length = out.foldEnd(token) - foldFrom;
    out.reserveFold(length + 1);
    int to = out.foldLength;
    out.folded[to] = ALEF;
    System.arraycopy(out.folded, foldFrom, out.folded, to + 1, length);
    out.foldLength = to + 1 + length;
    int start = rawOffset(token, foldFrom, text);
    out.alternate(token, token, start, out.end(token), to, out.foldLength, LetterCase.NONE);
    if (length - 1 >= SHORTEST_STEM) {
      suffix(token, foldFrom + 1, text);
    }
  }

  private void suffix(int token, int foldFrom, char[] text) {
    int start = rawOffset(token, foldFrom, text);
    out.alternate(
        token, token, start, out.end(token), foldFrom, out.foldEnd(token), LetterCase.NONE);
  }

  /** Where in the text the folded character at {@code foldAt} of a token stands. */
  private int rawOffset(int token, int foldAt, char[] text) {
    int skip = foldAt - out.foldStart(token);
    int raw = out.start(token);
    while (skip > 0 && raw < out.end(token)) {
      CharTable.Page page = CharTable.page(text[raw]);
      boolean kept =
          CharTable.isWord(page.kind[text[raw] & 0xFF])
              && page.fold[text[raw] & 0xFF] != CharTable.DROPPED;
      skip -= kept ? 1 : 0;
      raw++;
    }
    return raw;
  }

  /** Adds the readings of a Korean word without particles and the nouns that stick to names. */
  void takeOffParticles(int token) {
    int from = out.foldStart(token);
    int to = out.foldEnd(token);
    takeOffNoun(token, from, to);
    for (int k = 1; k <= LONGEST_HANGUL_ENDING && to - k - from >= SHORTEST_HANGUL_STEM; k++) {
      if (contains(PARTICLES, to - k, to)) {
        prefix(token, to - k);
        takeOffNoun(token, from, to - k);
      }
    }
  }

  private void takeOffNoun(int token, int from, int to) {
    for (int k = 1; k <= 3 && to - k - from >= SHORTEST_HANGUL_STEM; k++) {
      if (contains(NOUNS, to - k, to)) {
        prefix(token, to - k);
      }
    }
  }

  private void prefix(int token, int foldTo) {
    int from = out.foldStart(token);
    int end = out.start(token) + foldTo - from;
    out.alternate(token, token, out.start(token), end, from, foldTo, LetterCase.NONE);
  }

  private boolean contains(long[] endings, int from, int to) {
    return Arrays.binarySearch(endings, Folding.hash(out.folded, from, to)) >= 0;
  }

  private static long[] hashes(String words) {
    return Stream.of(words.split(" ")).mapToLong(Folding::hash).sorted().distinct().toArray();
  }
}
