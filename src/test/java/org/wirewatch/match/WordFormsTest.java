package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/** Which spellings and forms of a word a query finds, language by language. */
class WordFormsTest {
  private static boolean finds(String query, String language, String text) {
    Compilation compilation = QueryCompiler.DEFAULT.compile(query);
    WatchlistIndex index =
        WatchlistIndex.of(Map.of("q", ((Compilation.Compiled) compilation).query()));
    Item item = Item.ofText("i", "", text).withLanguage(language);
    return !index.match(ItemText.of(item, Tokenizer.tokenize(item))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          cease-fire     | en | the ceasefire holds
          cease-fire     | en | the cease fire holds
          cease-fire     | en | the cease-fires hold
          ceasefire      | en | the cease-fire holds
          ceasefire      | en | the cease fire holds
          "cease fire"   | en | both ceasefires held
          "air space"    | en | AIRSPACE
          "air strikes"  | en | one airstrike
          US             | en | the U.S. fleet
          "U.S. fleet"   | en | the US fleet
          Caracas        | en | Caracas’s harbour, Caracas' port
          airspace       | en | #AirspaceClosed
          NATO           | en | said @NATO_JFC
          close          | en | they closed it, closing all
          cerrar         | es | cerraron el paso
          Straße         | de | in der STRASSE
          strasse        | de | auf der Straße
          Häuser         | de | das Haus
          Diyarbakır     | tr | DİYARBAKIR'DA
          istanbul       | tr | İstanbul’un kıyısı
          елка           | ru | Ёлки
          граница        | ru | на границе
          Україна        | uk | в Україні
          صين            | ar | والصين أعلنت
          العراق         | ar | للعراق حدود
          كتاب           | ar | كِتَابٌ
          ירושלים        | he | בירושלים
          ירושלים        | he | שבירושלים
          베네수엘라     | ko | 베네수엘라에서는
          서울           | ko | 서울의 항구
          台湾           | zh | 今天臺灣關閉港口
          臺灣           | zh | 台湾关闭港口
          委内瑞拉       | zh | 委內瑞拉宣布
          トルコ         | ja | きのうトルコは発表した
          ﾄﾙｺ            | ja | きのうトルコは発表した
          น่านฟ้า          | th | ปิดน่านฟ้าแล้ว
          भारत           | hi | भारत ने कहा
          F16            | en | an F-16 landed
          F-16           | en | two F16s landed
          F-16           | en | two F-16s landed
          F-16s          | en | an F16 landed
          luchthaven     | nl | de luchthavens zijn dicht
          havens         | nl | de haven is dicht
          liman          | tr | limanlar kapandı
          évacuer        | fr | ils évacuent le port
          touché         | fr | les tirs touchent le quai
          tutup          | id | bandara ditutup
          menutup        | id | bandara ditutup
          pukul          | id | mereka memukul dia
          Київ           | uk | у Києві
          Київ           | uk | мерія Києва
          Львів          | uk | у Львові
          """)
  void query_findsTheFormsOfItsWords(String query, String language, String text) {
    assertThat(finds(query, language, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "in form"      | en | they inform us
          inform         | en | horses in form
          EXACT(ceasefire) | en | the cease fire holds
          port           | en | an airport, a report
          トルコ         | ja | トルコライスを食べた
          viol           | fr | un orage violent
          1990           | en | in the 1990s
          F-16           | en | an F-1 and 16 more
          """)
  void query_leavesOtherWords(String query, String language, String text) {
    assertThat(finds(query, language, text)).isFalse();
  }
}
