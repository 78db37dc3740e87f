package org.wirewatch.feed;

import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The months by their names in the languages that feeds are written in, full and short, from the
 * JDK's locale data (Unicode CLDR). English is at hand at once, the others when first asked for.
 */
final class MonthNames {
  private static final int SHORTEST = 3;

  private static final String[] ENGLISH = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };

  private MonthNames() {}

  private static final class Localised {
    static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
      String tags =
          "en es fr de pt it nl pl tr ru uk ar ar-LB fa he hi id ms el hu cs sk sl hr sr bg ro sv da nb fi"
              + " et lv lt ca gl eu vi th sq mk bs az ka hy bn ta te ur sw ja ko zh";
      for (String tag : tags.split(" ", -1)) {
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(tag));
        for (int month = 0; month < 12; month++) {
          MONTHS.putIfAbsent(fold(symbols.getMonths()[month]), month + 1);
          MONTHS.putIfAbsent(fold(symbols.getShortMonths()[month]), month + 1);
        }
      }
      MONTHS.remove("");
    }
  }

  /** The month whose first three letters in English stand at {@code start}; 0 if none does. */
  static int englishAt(String text, int start) {
    for (int month = 0; month < 12; month++) {
      if (text.regionMatches(true, start, ENGLISH[month], 0, SHORTEST)) {
        return month + 1;
      }
    }
    return 0;
  }

  /** 1 to 12, or 0 if the word is no month. */
  static int find(String word) {
    String folded = fold(word);
    if (folded.length() < SHORTEST) {
      return 0;
    }
    for (int month = 0; month < 12; month++) {
      if (folded.startsWith(ENGLISH[month]) && isEnglish(folded)) {
        return month + 1;
      }
    }
    return Localised.MONTHS.getOrDefault(folded, 0);
  }

  private static boolean isEnglish(String folded) {
    return switch (folded.substring(SHORTEST)) {
      case "", "t", "uary", "ruary", "ch", "il", "e", "y", "ust", "tember", "ober", "ember" -> true;
      default -> false;
    };
  }

  /** Without case, accents and dots. */
  private static String fold(String word) {
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[\\p{M}.']", "");
  }
}
