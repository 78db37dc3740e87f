package org.wirewatch.text;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Days of the week and months: every report of a day has the day's name, so it tells none of them
 * apart, however long or capitalised it is. By the stem that {@link FingerprintTerms} cuts, so that
 * endings and the parts of a day ("Samstagabend") are among them.
 *
 * <p>Source: Unicode CLDR 47, wide names, with the cases that news use. Chinese and Japanese have
 * none: there a pair of characters is too short to be known by.
 */
final class CalendarWords {
  private static final String MONTHS =
      """
      january february march april may june july august september october november december
      enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
      janvier février mars avril mai juin juillet août septembre octobre novembre décembre
      januar februar märz juni juli oktober dezember
      janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
      gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
      januari februari maart mei augustus
      stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
      ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
      января февраля марта апреля мая июня июля августа сентября октября ноября декабря
      січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
      يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
      ژانویه فوریه آوریل ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
      ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
      जनवरी फ़रवरी मार्च अप्रैल जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
      januari februari maret juni juli agustus desember
      """;

  private static final Set<Integer> STEMS =
      Stream.concat(Arrays.stream(MONTHS.strip().split("\\s+", -1)), NamedDays.words())
          .map(word -> FingerprintTerms.of(Folding.fold(word)))
          .collect(Collectors.toUnmodifiableSet());

  private CalendarWords() {}

  /** Whether a term is a calendar word's. */
  static boolean has(int term) {
    return STEMS.contains(term);
  }
}
