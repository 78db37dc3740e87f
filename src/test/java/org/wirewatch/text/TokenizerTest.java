package org.wirewatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Field;
import org.wirewatch.model.Item;

class TokenizerTest {
  private static List<String> folded(String text) {
    return folded(text, null);
  }

  private static List<String> folded(String text, @Nullable String language) {
    Tokens tokens = Tokenizer.tokenize(text, language);
    return IntStream.range(0, tokens.size()).mapToObj(tokens::folded).toList();
  }

  private static List<String> sentences(String text, @Nullable String language) {
    Tokens tokens = Tokenizer.tokenize(text, language);
    return IntStream.range(0, tokens.sentenceCount()).mapToObj(tokens::sentenceText).toList();
  }

  private static List<String> sentences(String text) {
    return sentences(text, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Élysée ŁÓDŹ Straße          | elysee lodz strasse
          İstanbul Diyarbakır IRAK    | istanbul diyarbakir irak
          ещё Ёлка                    | еще елка
          ＵＳＡ ｶﾞｽ                  | usa ガ ス
          אַרְצוֹת                    | ארצות
          الإِمَارات                  | الامارات
          The U.S. and the U.K.'s     | the us and the uk
          Maduro's Caracas’s allies'  | maduro caracas allies
          Türkiye'nin                 | turkiye
          EE.UU. y EE. UU.            | eeuu y eeuu
          1,250 men at 3.5            | 1250 men at 3.5
          #AirspaceClosed @NATO_JFC   | airspace closed nato jfc
          ארה"ב                       | ארהב
          委内瑞拉关闭                 | 委 内 瑞 拉 关 闭
          می‌گوید                     | ميگويد
          臺灣 國務院 習近平           | 台 湾 国 务 院 习 近 平
          ٣ غارات ۵                   | 3 غارات 5
          "don't" rock‘n’roll         | don t rock n roll
          #СВО_новости                | сво новости
          Iran'da Ankara’dan          | iran ankara
          """)
  void tokenize_spellings_foldAlike(String text, String expected) {
    assertThat(String.join(" ", folded(text))).isEqualTo(expected);
  }

  @Test
  void tokenize_hyphen_givesPartsAndTheJoinedWhole() {
    Tokens tokens = Tokenizer.tokenize("a cease-fire holds", "en");

    assertThat(folded("a cease-fire holds")).containsExactly("a", "cease", "fire", "holds");
    assertThat(tokens.alternates(1)).containsExactly("ceasefire");
    assertThat(tokens.alternateLast(0)).isEqualTo(2);
  }

  @Test
  void tokenize_arabicPrefixes_areTakenOff() {
    Tokens tokens = Tokenizer.tokenize("والصين للعراق وبفنزويلا", "ar");

    assertThat(tokens.alternates(0)).contains("الصين", "صين");
    assertThat(tokens.alternates(1)).contains("العراق", "عراق");
    assertThat(tokens.alternates(2)).contains("فنزويلا");
  }

  @Test
  void tokenize_hebrewPrefixes_areTakenOff() {
    assertThat(Tokenizer.tokenize("שבוונצואלה", "he").alternates(0)).contains("וונצואלה");
  }

  @Test
  void tokenize_koreanParticles_areTakenOffAndTheOffsetsFollow() {
    Tokens tokens = Tokenizer.tokenize("베네수엘라는 러시아군이", "ko");

    assertThat(tokens.alternates(0)).contains("베네수엘라");
    assertThat(tokens.alternateEnd(0)).isEqualTo(5);
    assertThat(tokens.alternates(1)).contains("러시아");
  }

  @Test
  void tokenize_thai_isCutByDictionary() {
    assertThat(folded("เวเนซุเอลาปิดน่านฟ้า", "th")).hasSizeGreaterThan(1);
  }

  @Test
  void tokenize_emptyItem_hasNoTokens() {
    Tokens tokens = Tokenizer.tokenize(Item.ofText("x", "", ""));

    assertThat(tokens.size()).isZero();
    assertThat(tokens.sentenceCount()).isZero();
  }

  @Test
  void letterCase_isKept() {
    Tokens tokens = Tokenizer.tokenize("turkey Turkey TURKEY iPhone U.S. 7", "en");

    assertThat(IntStream.range(0, tokens.size()).mapToObj(tokens::letterCase))
        .containsExactly(
            LetterCase.LOWER,
            LetterCase.CAPITALISED,
            LetterCase.ALL_CAPS,
            LetterCase.MIXED,
            LetterCase.ALL_CAPS,
            LetterCase.NONE);
  }

  @Test
  void sentences_abbreviationsAndInitials_doNotEndOne() {
    assertThat(sentences("Gen. John P. Doe met Mr. Roe at 5 p.m. in the U.S. capital. He left."))
        .containsExactly("Gen. John P. Doe met Mr. Roe at 5 p.m. in the U.S. capital.", "He left.");
  }

  @Test
  void sentences_initialsBeforeAStarter_endOne() {
    assertThat(sentences("They flew to the U.S. The airport was shut."))
        .containsExactly("They flew to the U.S.", "The airport was shut.");
  }

  @Test
  void sentences_quotesAndLowerCase_goOn() {
    assertThat(sentences("\"Why now?\" she asked. \"Wait!\" He went."))
        .containsExactly("\"Why now?\" she asked.", "\"Wait!\"", "He went.");
  }

  @Test
  void sentences_otherScripts_haveTheirOwnStops() {
    assertThat(sentences("中国关闭领空。日本抗议！")).hasSize(2);
    assertThat(sentences("هل أغلقوا المجال؟ نعم.")).hasSize(2);
    assertThat(sentences("हवाई क्षेत्र बंद है। उड़ानें रद्द।")).hasSize(2);
  }

  @Test
  void sentences_germanOrdinal_doesNotEndOne() {
    assertThat(sentences("Am 3. Oktober war es still. Danach nicht.", "de")).hasSize(2);
  }

  @Test
  void sentences_lineBreaks_endParagraphs() {
    Tokens tokens =
        Tokenizer.tokenize(
            Item.ofText("x", "A headline", "First line\nSecond. And third.\n\nLast"));

    assertThat(IntStream.range(0, tokens.sentenceCount()).map(tokens::sentenceParagraph))
        .containsExactly(0, 1, 2, 2, 3);
    assertThat(tokens.sentenceField(1)).isEqualTo(Field.BODY);
  }

  @Test
  void evidence_isTheExactSlice() {
    String body = "It rained.  In Caracas’s streets \uD83D\uDE00 Venezuela's army stood. Fine.";
    Tokens tokens = Tokenizer.tokenize(Item.ofText("x", "t", body));
    int token =
        IntStream.range(0, tokens.size())
            .filter(i -> tokens.is(i, "venezuela"))
            .findFirst()
            .orElseThrow();

    Evidence evidence = tokens.evidence(token, token);

    assertThat(evidence.text()).isEqualTo("Venezuela");
    assertThat(body.substring(evidence.start(), evidence.end())).isEqualTo("Venezuela");
    assertThat(body.substring(evidence.sentence().get(0), evidence.sentence().get(1)))
        .startsWith("In Caracas")
        .endsWith("stood.");
  }
}
