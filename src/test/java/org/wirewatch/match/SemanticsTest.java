package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/**
 * The language by example, with every language on: contractions, possessives, initials, hashtags,
 * hyphens, accents, numbers, prefixes, particles, scripts without blanks, distances.
 */
class SemanticsTest {
  private static boolean finds(String query, String language, String text) {
    Compilation compilation = QueryCompiler.DEFAULT.compile(query);
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
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
          don't                  | en | They don’t agree
          "don't agree"          | en | they don't agree
          President              | en | the President's aide, the presidents' men
          O'Brien                | en | said Mr O’Brien
          OBrien                 | en | said O'Brien
          U.K.                   | en | the UK's fleet
          UK                     | en | in the U.K., yesterday
          "U.S. Navy"            | en | a US Navy ship
          "US Navy"              | en | the U.S. Navy's ship
          ALLCAPS(US)            | en | a U.S. ship
          "John F Kennedy"       | en | the John F. Kennedy airport
          "J.K. Rowling"         | en | JK Rowling wrote
          "Port of Spain"        | en | flights to Port-of-Spain stopped
          Port-of-Spain          | en | in Port of Spain
          portofspain            | en | #PortOfSpain
          "port of spain"        | en | #PortOfSpain is quiet
          airspaceclosed         | en | now #AirspaceClosed
          nato                   | en | says @NATO
          "covid 19"             | en | cases of COVID-19
          covid-19               | en | a Covid 19 wave
          covid19                | en | COVID-19 wave
          F-16                   | en | two F16 jets
          "al qaeda"             | en | al-Qaeda fighters
          al-Qaeda               | en | Al Qaeda said
          naïve                  | en | a naive plan
          naive                  | en | a naïve plan
          cafés                  | fr | au cafe
          l'Iran                 | fr | contre l’Iran hier
          Iran                   | fr | contre l'Iran hier
          Italia                 | it | nell'Italia di oggi
          Ucraina                | it | dell’Ucraina
          aéroport               | fr | les AEROPORTS
          aujourd'hui            | fr | fermé aujourd’hui
          puerto                 | es | los puertos cerrados
          cerrar                 | es | fue cerrado
          España                 | es | ESPAÑA cierra
          "EE.UU."               | es | en EE. UU. dijo
          EEUU                   | es | en EE.UU. hoy
          Köln                   | de | nach KOELN
          Flughafen              | de | an den Flughäfen
          Straße                 | de | Strassen gesperrt
          Luftraum               | de | des Luftraums
          aeroporto              | pt | os aeroportos
          São Paulo              | pt | em Sao Paulo
          fechar                 | pt | fecharam o porto
          lotnisko               | pl | na lotniskach
          Łódź                   | pl | w Lodzi i w Lodz
          Ukraina                | pl | na Ukrainie
          Türkiye                | tr | Türkiye’nin sınırı
          İzmir                  | tr | IZMIR'DE
          izmir                  | tr | İzmir'de
          Iğdır                  | tr | IĞDIR'DA
          Москва                 | ru | в Москве
          аэропорт               | ru | аэропорты закрыты
          Хрущёв                 | ru | Хрущева
          президент              | uk | президента України
          مطار                   | ar | بالمطار والمطارات
          مصر                    | ar | ومصر وبمصر
          القاهرة                | ar | بالقاهره
          إيران                  | ar | وايران
          السعودية               | ar | للسعودية
          فرودگاه                | fa | فرودگاه‌ها بسته شد
          ایران                  | fa | در ايران
          ירדן                   | he | ובירדן
          ישראל                  | he | כשישראל הגיבה
          צה"ל                   | he | מצה״ל נמסר
          ארה"ב                  | he | בארה"ב
          नई दिल्ली              | hi | नई दिल्ली में
          बंदरगाह                | hi | बंदरगाहों पर
          पाकिस्तान              | hi | पाकिस्तान ने
          북한                     | ko | 북한이 발사했다
          대통령                    | ko | 대통령은 말했다
          한국                     | ko | 한국에서는
          空港                     | ja | 成田空港が閉鎖された
          トランプ                   | ja | トランプ大統領は
          ロシア                    | ja | ロシア軍が
          ウクライナ                  | ja | ｳｸﾗｲﾅ軍
          東京                     | ja | 東京都で
          习近平                    | zh | 習近平今天
          國務院                    | zh | 中国国务院发布
          "关闭 领空"                | zh | 宣布关闭领空
          委内瑞拉 W/6 领空            | zh | 委内瑞拉今天关闭领空
          กรุงเทพ                | th | ในกรุงเทพฯ วันนี้
          ประเทศไทย              | th | รัฐบาลประเทศไทยประกาศ
          bandara                | id | bandaranya ditutup
          warship*               | en | WARSHIPS
          wom?n                  | en | Women's
          EXACT(São)             | pt | em São Paulo
          CAPS(apple)            | en | Apple's plan
          NOCAPS(apple)          | en | an apple
          carrier W/3 port       | en | the carrier left the port
          carrier NEAR/3 port    | en | the port of the carrier
          carrier SAME port      | en | The carrier, he said, left Mr. Smith's port.
          airspace/airport       | en | airspace airport
          2,000                  | en | some 2000 men
          3.5                    | en | 3.5 percent
          AT&T                   | en | said AT&T today
          "R&D"                  | en | R & D budget
          C++                    | en | in C
          5G                     | en | the 5G network
          ٢٠٢٥                   | ar | في 2025
          ＮＡＴＯ                   | en | NATO
          ﬁre                    | en | fire
          Beyoncé                | en | Beyonce's
          Zelenskyy's            | en | Zelenskyy
          mother-in-law          | en | mothers-in-law
          carrier group          | en | the group of carriers
          "carrier group"        | en | a carrier. Group two
          luchthaven             | nl | de luchthaven
          liman                  | tr | bu liman
          email                  | en | two e-mails
          "צה"ל הודיע"           | he | אתמול צה"ל הודיע
          """)
  void query_holds(String query, String language, String text) {
    assertThat(finds(query, language, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          us                     | fr | USA
          ALLCAPS(US)            | en | they told us
          イラン                    | ja | イランド島
          port                   | en | the airport, a report, sport
          war                    | en | wartime warning
          "in form"              | en | inform
          EXACT(Sao)             | pt | São
          EXACT(us)              | en | US
          CAPS(apple)            | en | an apple
          carrier W/2 port       | en | the carrier left the port
          carrier W/3 port       | en | port carrier
          carrier SAME port      | en | The carrier left. The port closed.
          35                     | en | 3.5 percent
          """)
  void query_doesNotHold(String query, String language, String text) {
    assertThat(finds(query, language, text)).isFalse();
  }

  @Test
  void phrase_acrossParagraphs_doesNotHold() {
    assertThat(finds("\"carrier group\"", "en", "a carrier\ngroup")).isFalse();
    assertThat(finds("carrier W/1 group", "en", "a carrier\ngroup")).isTrue();
  }
}
