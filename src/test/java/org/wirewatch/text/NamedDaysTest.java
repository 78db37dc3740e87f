package org.wirewatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedDaysTest {
  /** A Wednesday. */
  private static final LocalDate TOLD = LocalDate.of(2026, 3, 11);

  @ParameterizedTest
  @CsvSource({
    "en, The bridge fell on Tuesday",
    "es, El puente se cayó el martes",
    "fr, Le pont s'est effondré mardi",
    "de, Die Brücke stürzte am Dienstagabend ein",
    "pt, A ponte caiu na terça-feira",
    "it, Il ponte è crollato martedì",
    "nl, De brug stortte dinsdagochtend in",
    "pl, Most runął we wtorek",
    "tr, Köprü salı günü çöktü",
    "ru, Мост рухнул во вторник",
    "uk, Міст обвалився у вівторок",
    "ar, انهار الجسر يوم الثلاثاء",
    "fa, پل روز سه‌شنبه فرو ریخت",
    "he, הגשר קרס ביום שלישי",
    "zh, 大桥星期二倒塌",
    "zh, 大桥周二倒塌",
    "ja, 橋は火曜日に崩れた",
    "ja, 橋は10日に崩れた",
    "ko, 다리가 화요일에 무너졌다",
    "ko, 다리가 10일 무너졌다",
    "hi, पुल मंगलवार को गिर गया",
    "id, Jembatan itu runtuh pada Selasa"
  })
  void days_tuesdayToldOnWednesday_isTheDayBefore(String language, String text) {
    assertThat(Fingerprinter.of("", text, language).days(TOLD))
        .containsExactly(LocalDate.of(2026, 3, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "pt, A segunda ponte e a quinta casa da terceira rua",
    "de, Morgen Abend und in der Nacht bis Mittag",
    "nl, In de nacht of de avond",
    "tr, Pazar yerindeki köprü çöktü",
    "id, Sudah dua minggu jembatan itu rusak",
    "ru, Погибли четверо рабочих",
    "he, הגשר השני נבנה בשלב ראשון",
    "ja, 橋は10日間閉じる",
    "en, The 10 members of the second team"
  })
  void days_wordsThatMeanSomethingElse_areNoDays(String language, String text) {
    assertThat(Fingerprinter.of("", text, language).days(TOLD)).isEmpty();
  }

  @Test
  void days_tomorrowsNameIsTomorrow_theDayAfterItsIsLastWeeks() {
    Fingerprint print = Fingerprinter.of("Thursday and Friday", "", "en");

    assertThat(print.days(TOLD))
        .containsExactly(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 12));
  }

  @ParameterizedTest
  @CsvSource({
    "en, The death toll of the bridge rose to nine on Tuesday",
    "es, La cifra de muertos del puente subió a nueve el martes",
    "fr, Le bilan du pont s'est alourdi mardi",
    "de, Die Zahl der Toten stieg am Dienstag auf neun",
    "tr, Köprüde ölü sayısı salı günü dokuza yükseldi",
    "ru, Число погибших на мосту во вторник возросло до девяти",
    "ar, ارتفعت حصيلة ضحايا الجسر يوم الثلاثاء إلى تسعة",
    "zh, 大桥垮塌死亡人数星期二升至九人",
    "hi, मृतकों की संख्या मंगलवार को बढ़कर नौ हुई"
  })
  void days_ofARisingToll_areThoseOfTheCount(String language, String text) {
    assertThat(Fingerprinter.of("", text, language).days(TOLD)).isEmpty();
  }

  @Test
  void days_farDownInTheText_areNotTheReports() {
    Fingerprint print = Fingerprinter.of("", "The bridge fell. ".repeat(40) + "Monday", "en");

    assertThat(print.days(TOLD)).isEmpty();
  }

  @Test
  void decoded_ofAnEncodedPrint_keepsTheDays() {
    Fingerprint print = Fingerprinter.of("", "The bridge fell on Tuesday", "en");

    assertThat(Fingerprint.decoded(print.encoded()).days(TOLD)).isEqualTo(print.days(TOLD));
  }
}
