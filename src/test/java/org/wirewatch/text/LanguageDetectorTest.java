package org.wirewatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The minister said that flights over the island were suspended after the blast
          es | El ministro dijo que los vuelos sobre la isla fueron suspendidos tras la explosión
          fr | Le ministre a déclaré que les vols au-dessus de l'île sont suspendus après l'explosion
          de | Der Minister sagte, dass die Flüge über der Insel nach der Explosion eingestellt sind
          pt | O ministro disse que os voos sobre a ilha foram suspensos após a explosão
          it | Il ministro ha detto che i voli sopra l'isola sono stati sospesi dopo l'esplosione
          nl | De minister zei dat de vluchten boven het eiland na de explosie zijn stilgelegd
          pl | Minister powiedział, że loty nad wyspą zostały zawieszone po wybuchu w porcie
          tr | Bakan, patlamanın ardından ada üzerindeki uçuşların durdurulduğunu ve bir uçağın döndüğünü söyledi
          id | Menteri mengatakan bahwa penerbangan di atas pulau itu telah dihentikan setelah ledakan
          ru | Министр заявил, что полёты над островом приостановлены после взрыва
          uk | Міністр заявив, що польоти над островом призупинено після вибуху
          ar | قال الوزير إن الرحلات فوق الجزيرة توقفت بعد الانفجار
          fa | وزیر گفت که پروازها بر فراز جزیره پس از انفجار متوقف شده است
          he | השר אמר כי הטיסות מעל האי הופסקו לאחר הפיצוץ
          zh | 部长表示爆炸后该岛上空的航班已暂停
          ja | 大臣は爆発の後、島の上空の便が停止されたと述べた
          ko | 장관은 폭발 이후 섬 상공의 항공편이 중단되었다고 말했다
          hi | मंत्री ने कहा कि विस्फोट के बाद द्वीप के ऊपर उड़ानें रोक दी गई हैं
          """)
  void detect_aSentence_isRecognised(String language, String text) {
    assertThat(LanguageDetector.detect(text)).contains(language);
  }

  @Test
  void detect_languageWithoutStopWords_isToldByTheModel() {
    assertThat(
            LanguageDetector.detect(
                "Ministras pranešė, kad skrydžiai virš salos sustabdyti po sprogimo uoste"))
        .contains("lt");
  }

  @Test
  void detect_nothingToRead_isEmpty() {
    assertThat(LanguageDetector.detect("")).isEmpty();
    assertThat(LanguageDetector.detect("12:30 — 14:00")).isEmpty();
  }
}
