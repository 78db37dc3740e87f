package org.wirewatch.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
  private static String feed(String declared, String title) {
    return "<?xml version=\"1.0\""
        + (declared.isEmpty() ? "" : " encoding=\"" + declared + "\"")
        + "?>"
        + "<rss><channel><item><title>"
        + title
        + "</title></item></channel></rss>";
  }

  private static String title(byte[] body, String... contentType) {
    return Feeds.parsed(body, Feeds.origin(contentType)).items().getFirst().title();
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, Граница закрыта",
    "KOI8-R, Граница закрыта",
    "windows-1250, Hranice uzavřena",
    "ISO-8859-2, Granica zamknięta",
    "windows-1254, Sınır kapatıldı",
    "windows-1256, أغلقت الحدود",
    "windows-1255, הגבול נסגר",
    "GB2312, 边境关闭",
    "GB18030, 边境关闭",
    "Big5, 邊境關閉",
    "Shift_JIS, 国境を閉鎖",
    "EUC-JP, 国境を閉鎖",
    "EUC-KR, 국경 폐쇄",
    "TIS-620, ปิดพรมแดน",
    "UTF-8, Границa 边境 국경",
  })
  void decode_declaredOrInHeader_isReadInIt(String charset, String title) {
    byte[] declared = feed(charset, title).getBytes(Charset.forName(charset));
    byte[] silent = feed("", title).getBytes(Charset.forName(charset));

    assertThat(title(declared)).isEqualTo(title);
    assertThat(title(silent, "text/xml; charset=" + charset)).isEqualTo(title);
  }

  @Test
  void decode_utf16And32_withAndWithoutMark() {
    String xml = feed("", "Straße 边境");
    for (Charset charset :
        List.of(UTF_16LE, UTF_16BE, Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE"))) {
      assertThat(title(xml.getBytes(charset))).isEqualTo("Straße 边境");
      assertThat(title(("\ufeff" + xml).getBytes(charset))).isEqualTo("Straße 边境");
    }
    assertThat(title(("\ufeff" + xml).getBytes(UTF_8), "text/xml; charset=iso-8859-1"))
        .isEqualTo("Straße 边境");
  }

  @Test
  void decode_utf8DeclaredAsSomethingElse_isUtf8AndSaysSo() {
    FeedResult.Parsed parsed =
        Feeds.parsed(feed("iso-8859-1", "Żółć gęślą jaźń").getBytes(UTF_8), Feeds.origin());

    assertThat(parsed.items().getFirst().title()).isEqualTo("Żółć gęślą jaźń");
    assertThat(parsed.repairs()).containsExactly("charset is UTF-8, not windows-1252");
  }

  @Test
  void decode_legacyCharsetServedAsUtf8_isTheDeclaredOne() {
    byte[] body = feed("windows-1251", "Граница закрыта").getBytes(Charset.forName("windows-1251"));

    assertThat(title(body, "application/rss+xml; charset=utf-8")).isEqualTo("Граница закрыта");
  }

  @Test
  void decode_cyrillicServedAsLatin1_isTheDeclaredOne() {
    byte[] body = feed("windows-1251", "Граница закрыта").getBytes(Charset.forName("windows-1251"));

    assertThat(title(body, "text/xml; charset=ISO-8859-1")).isEqualTo("Граница закрыта");
  }

  @Test
  void decode_latin1DeclaredAsUtf8_isReadAsWindows1252() {
    byte[] body = feed("UTF-8", "Café fermé à l'été").getBytes(ISO_8859_1);

    assertThat(title(body)).isEqualTo("Café fermé à l'été");
  }

  @Test
  void decode_cyrillicDeclaredAsUtf8_isGuessed() {
    String text = "Граница закрыта до утра, сообщили в министерстве. Поезда стоят на станции.";
    byte[] body = feed("UTF-8", text).getBytes(Charset.forName("windows-1251"));

    assertThat(title(body)).isEqualTo(text);
  }

  @Test
  void decode_unknownLabel_isUtf8() {
    assertThat(title(feed("x-unheard-of", "Żółć").getBytes(UTF_8))).isEqualTo("Żółć");
  }

  @Test
  void decode_oneBrokenByteInUtf8_losesOneCharacter() throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write("<rss><channel><item><title>Żółć gęślą ".getBytes(UTF_8));
    body.write(0xff);
    body.write(" jaźń</title></item></channel></rss>".getBytes(UTF_8));

    assertThat(title(body.toByteArray())).isEqualTo("Żółć gęślą \ufffd jaźń");
  }

  @Test
  void decode_controlCharacters_areRemoved() {
    FeedResult.Parsed parsed = Feeds.parsed(feed("", "Bor\u0000der\u0008 \u001bclosed"));

    assertThat(parsed.items().getFirst().title()).isEqualTo("Border closed");
    assertThat(parsed.repairs()).containsExactly("control characters removed");
  }
}
