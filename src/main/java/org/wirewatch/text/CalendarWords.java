package org.wirewatch.text;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Days of the week and months: every report of a day has the day's name, so it tells none of them
 * apart, however long or capitalised it is. By the stem that {@link FingerprintTerms} cuts, so that
 * endings and the parts of a day ("Samstagabend") are among them.
 *
 * <p>Source: Unicode CLDR 47, wide names, with the cases that news use. Chinese and Japanese have
 * none: there a pair of characters is too short to be known by.
 */
final class CalendarWords {
  private static final String WORDS =
      """
      monday tuesday wednesday thursday friday saturday sunday
      january february march april may june july august september october november december
      lunes martes miércoles jueves viernes sábado domingo
      enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
      lundi mardi mercredi jeudi vendredi samedi dimanche
      janvier février mars avril mai juin juillet août septembre octobre novembre décembre
      montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
      januar februar märz juni juli oktober dezember
      segunda terça quarta quinta sexta feira
      janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
      lunedì martedì mercoledì giovedì venerdì sabato domenica
      gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
      januari februari maart mei augustus
      poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę
      stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
      pazartesi salı çarşamba perşembe cuma cumartesi pazar
      ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
      понедельник вторник среда среду четверг пятница суббота воскресенье
      января февраля марта апреля мая июня июля августа сентября октября ноября декабря
      понеділок вівторок середа середу четвер пятниця пятницю субота суботу неділя неділю
      січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
      الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
      يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
      دوشنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه
      ژانویه فوریه آوریل ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
      ראשון שלישי רביעי חמישי שישי שבת
      ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
      월요일 화요일 수요일 목요일 금요일 토요일 일요일
      सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
      जनवरी फ़रवरी मार्च अप्रैल जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
      senin selasa rabu kamis jumat sabtu minggu
      januari februari maret juni juli agustus desember
      """;

  private static final Set<Integer> STEMS =
      Arrays.stream(WORDS.split("\\s+"))
          .map(word -> FingerprintTerms.of(Folding.fold(word)))
          .collect(Collectors.toUnmodifiableSet());

  private CalendarWords() {}

  /** Whether a term is a calendar word's. */
  static boolean has(int term) {
    return STEMS.contains(term);
  }
}
