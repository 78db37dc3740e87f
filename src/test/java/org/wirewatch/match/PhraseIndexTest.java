package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

class PhraseIndexTest {
  private static List<String> found(
      String phrase, Matching matching, String text, @Nullable String language) {
    Tokens tokens = Tokenizer.tokenize(text, language);
    return PhraseIndex.<String>builder().add(phrase, "x", matching).build().find(tokens).stream()
        .map(match -> text.substring(match.start(), match.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cease-fire      | the ceasefire        | ceasefire
          cease-fire      | a cease fire         | cease fire
          ceasefire       | a cease-fire         | cease-fire
          U.S.            | in the US today      | US
          U.S.            | US’s fleet           | US
          委内瑞拉         | 昨天委内瑞拉总统说     | 委内瑞拉
          ベネズエラ       | 米国はベネズエラ上空を | ベネズエラ
          이란            | 이란은 부인했다        | 이란
          الصين           | والصين ترفض           | الصين
          צרפת            | ובצרפת אמרו           | צרפת
          Sao Tome        | São Tomé             | São Tomé
          Côte d'Ivoire   | in COTE D’IVOIRE     | COTE D’IVOIRE
          Venezuela       | #VenezuelaCrisis now | Venezuela
          """)
  void find_spellings_areFoundWithTheirOffsets(String phrase, String text, String expected) {
    assertThat(found(phrase, Matching.FOLDED, text, null)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ru | Украина    | войска Украины и в Украине            | Украины,Украине
          uk | Росія      | з Росією до Росії                      | Росією,Росії
          pl | Wenezuela  | w Wenezueli o Wenezuelę                | Wenezueli,Wenezuelę
          tr | Türkiye    | Türkiye'nin Türkiyede                  | Türkiye,Türkiyede
          ru | Путин      | с Путиным о Путине                     | Путиным,Путине
          """)
  void find_inflectedName_isFound(String language, String phrase, String text, String expected) {
    assertThat(found(phrase, Matching.NAME.inflectedIn(language), text, language))
        .containsExactly(expected.split(","));
  }

  @Test
  void find_inflectedVerb_isFoundInItsLanguageOnly() {
    Matching english = Matching.inflected("en");

    assertThat(found("close airspace", english, "It closed airspaces.", "en"))
        .containsExactly("closed airspaces");
    assertThat(found("close airspace", english, "It closed airspaces.", "de")).isEmpty();
    assertThat(
            found("cerrar el aeropuerto", Matching.inflected("es"), "Cerraron el aeropuerto", "es"))
        .hasSize(1);
  }

  @Test
  void find_name_asksForCapitals() {
    assertThat(found("Turkey", Matching.NAME, "turkey in Turkey, TURKEY", "en"))
        .containsExactly("Turkey", "TURKEY");
    assertThat(found("US", Matching.NAME, "told us that US and Us", "en")).containsExactly("US");
    assertThat(found("Perú", Matching.EXACT_CASE, "Peru, PERÚ and Perú", "es"))
        .containsExactly("Perú");
  }

  @Test
  void find_shortKatakana_isNotPartOfALongerWord() {
    assertThat(found("マリ", Matching.NAME, "マリアがマリへ", "ja")).containsExactly("マリ");
  }

  @Test
  void find_overlapping_givesAllAndFindLongestTheLongest() {
    PhraseIndex<String> index =
        PhraseIndex.<String>builder()
            .add("Guinea", "GN")
            .add("Papua New Guinea", "PG")
            .add("Guinea-Bissau", "GW")
            .build();
    Tokens tokens = Tokenizer.tokenize("Papua New Guinea and Guinea-Bissau and Guinea", "en");

    assertThat(index.find(tokens))
        .extracting(PhraseMatch::value)
        .containsExactly("PG", "GN", "GN", "GW", "GN");
    assertThat(index.findLongest(tokens))
        .extracting(PhraseMatch::value)
        .containsExactly("PG", "GW", "GN");
  }

  @Test
  void find_acrossSentences_isNotFound() {
    assertThat(found("New York", Matching.FOLDED, "It is new. York is old.", "en")).isEmpty();
  }

  @Test
  void add_withoutWords_isRefused() {
    assertThatThrownBy(() -> PhraseIndex.<String>builder().add(" - ", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
