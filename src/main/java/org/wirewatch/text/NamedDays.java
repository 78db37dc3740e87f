package org.wirewatch.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The days that a text names, by weekday ("on Tuesday") or by day of the month (20日, 20일): one bit
 * each, for what a day means is known only with the day on which it was written. Not thread-safe.
 *
 * <p>Left out are names that mean something else more often: Turkish "pazar" (a market), Indonesian
 * "minggu" (a week) without the word for day before it, Portuguese ordinals without "feira".
 *
 * <p>Source: Unicode CLDR 47, wide names, with the cases that news use.
 */
final class NamedDays {
  /** Monday to Sunday in a row; of several forms each with a stroke between. */
  private static final String WORDS =
      """
      monday tuesday wednesday thursday friday saturday sunday
      lunes martes miércoles jueves viernes sábado domingo
      lundi mardi mercredi jeudi vendredi samedi dimanche
      montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag
      lunedì martedì mercoledì giovedì venerdì sabato domenica
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
      segunda_feira terça_feira quarta_feira quinta_feira sexta_feira sábado domingo
      poniedziałek|poniedziałku wtorek|wtorku środa|środę|środy czwartek|czwartku piątek|piątku\
       sobota|sobotę|soboty niedziela|niedzielę|niedzieli
      pazartesi salı çarşamba perşembe cuma cumartesi pazar_günü
      понедельник|понедельника вторник|вторника среду четверг|четверга пятница|пятницу|пятницы\
       суббота|субботу|субботы воскресенье|воскресенья
      понеділок|понеділка вівторок|вівторка середа|середу|середи четвер|четверга\
       ятниця|ятницю|ятниці субота|суботу|суботи неділя|неділю|неділі
      الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
      دوشنبه|دو_شنبه سهشنبه|سه_شنبه چهارشنبه|چهار_شنبه پنجشنبه|پنج_شنبه جمعه شنبه یکشنبه|یک_شنبه
      יום_שני|ביום_שני יום_שלישי|ביום_שלישי יום_רביעי|ביום_רביעי יום_חמישי|ביום_חמישי\
       יום_שישי|ביום_שישי שבת|בשבת יום_ראשון|ביום_ראשון
      월요일 화요일 수요일 목요일 금요일 토요일 일요일
      सोमवार मंगलवार बुधवार गुरुवार|बृहस्पतिवार शुक्रवार शनिवार रविवार
      senin selasa rabu kamis jumat sabtu hari_minggu|pada_minggu
      """;

  /** What German and Dutch write as one word with the day. */
  private static final String[] PARTS_OF_DAY = {
    "morgen", "mittag", "vormittag", "nachmittag", "abend", "nacht", "ochtend", "middag", "avond"
  };

  private static final String HAN_DAYS = "一二三四五六日";
  private static final String KANJI_DAYS = "月火水木金土日";
  private static final int LONGEST_KOREAN = 3;
  private static final Map<String, Integer> DAYS = days();

  private String before = "";
  private long bits;

  /** The next word, folded. */
  void word(String folded) {
    Integer day = DAYS.get(before + '_' + folded);
    if (day == null) {
      day = DAYS.get(folded);
    }
    if (day == null && folded.length() > LONGEST_KOREAN && folded.charAt(0) >= '\uAC00') {
      day = DAYS.get(folded.substring(0, LONGEST_KOREAN));
    }
    if (day != null) {
      bits |= 1L << day;
    }
    before = folded;
  }

  /** Three characters of a script without spaces in a row; blanks where there are none. */
  void unspaced(char a, char b, char c) {
    if (a == '周' || a == '週') {
      weekday(HAN_DAYS.indexOf(b == '天' ? '日' : b));
    } else if (a == '星' && b == '期') {
      weekday(HAN_DAYS.indexOf(c == '天' ? '日' : c));
    } else if (b == '曜') {
      weekday(KANJI_DAYS.indexOf(a));
    }
  }

  /** A number and what stands right after it, "20" and "日間". */
  void number(String digits, String after) {
    boolean day = after.startsWith("日") || after.startsWith("일");
    boolean lasting = after.startsWith("日間") || after.startsWith("日间") || after.startsWith("일간");
    if (day && !lasting && digits.length() <= 2) {
      int of = Integer.parseInt(digits);
      bits |= of >= 1 && of <= 31 ? 1L << (DayOfWeek.SUNDAY.getValue() + of) : 0;
    }
  }

  private void weekday(int fromMonday) {
    bits |= fromMonday < 0 ? 0 : 1L << fromMonday;
  }

  /** What was named, for {@link #dates}. */
  long bits() {
    return bits;
  }

  /**
   * The dates that days named in a text mean: each the last such day by the morrow of the day on
   * which it was told, for it is the next day already elsewhere.
   */
  static Set<LocalDate> dates(long bits, LocalDate told) {
    Set<LocalDate> dates = new TreeSet<>();
    LocalDate morrow = told.plusDays(1);
    for (int back = 0; back < 7; back++) {
      LocalDate date = morrow.minusDays(back);
      boolean named = (bits >>> (date.getDayOfWeek().getValue() - 1) & 1) != 0;
      boolean numbered = (bits >>> (DayOfWeek.SUNDAY.getValue() + date.getDayOfMonth()) & 1) != 0;
      if (named || numbered) {
        dates.add(date);
      }
    }
    return dates;
  }

  /** All words that days are named with, the parts of names of two words apart. */
  static Stream<String> words() {
    return Arrays.stream(WORDS.strip().split("[\\s|_]+", -1));
  }

  private static Map<String, Integer> days() {
    Map<String, Integer> days = new HashMap<>();
    for (String week : WORDS.strip().split("\n", -1)) {
      String[] names = week.split("\\s+", -1);
      for (int day = 0; day < names.length; day++) {
        for (String form : names[day].split("\\|", -1)) {
          String folded = Folding.fold(form);
          days.put(folded, day);
          for (String part : PARTS_OF_DAY) {
            days.put(folded + part, day);
          }
        }
      }
    }
    return Map.copyOf(days);
  }
}
