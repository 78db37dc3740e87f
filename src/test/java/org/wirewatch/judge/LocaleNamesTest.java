package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Item;

class LocaleNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sv | Tyskland stängde gränsen i natt.        | DE
          hu | Németország lezárta a határt.           | DE
          el | Η Γερμανία έκλεισε τα σύνορα.           | DE
          ro | Germania a închis granița.              | DE
          vi | Nhật Bản đóng cửa biên giới.            | JP
          sw | Ujerumani ilifunga mpaka wake.          | DE
          """)
  void countryInALanguageOfNoPack_isStillAMention(String language, String text, String code) {
    Item item = Item.ofText("i", "", text).withLanguage(language);
    assertThat(new ItemReader().read(item).reading().mentions())
        .extracting(Mention::country)
        .containsExactly(code);
  }
}
