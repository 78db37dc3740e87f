package org.wirewatch.judge;

import org.wirewatch.pack.EventCue;

/** The year and month that "last year" is told from. */
record EventDate(int year, int month) {
  private static final int SINCE_REACH = 5;

  /** In the first weeks of a year its predecessor is no history yet. */
  private static final int MONTHS_OF_OLD_YEAR = 2;

  private boolean isPast(int other) {
    return other < year && !(other == year - 1 && month <= MONTHS_OF_OLD_YEAR);
  }

  /** Whether a year between two tokens is over, and no beginning of what lasts. */
  boolean isBehind(EventSentence sentence, int from, int to) {
    for (int token = from; token <= to; token++) {
      if (sentence.tokens().isNumber(token)) {
        int year = yearOf(sentence.tokens().folded(token));
        if (year > 0 && isPast(year)) {
          return !sentence.cueBetween(
              EventCue.SINCE, token - sentence.words(SINCE_REACH) - 1, token);
        }
      }
    }
    return false;
  }

  /** The number as a year between 1800 and 2199; 0 if it is none. */
  private static int yearOf(String digits) {
    if (digits.length() != 4) {
      return 0;
    }
    int year = 0;
    for (int i = 0; i < 4; i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      year = year * 10 + digit;
    }
    return year >= 1800 && year < 2200 ? year : 0;
  }
}
