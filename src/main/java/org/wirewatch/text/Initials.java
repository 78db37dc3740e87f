package org.wirewatch.text;

import static org.wirewatch.text.CharTable.kind;

/** Dotted initials: "U.S.", "J.K.", "a.m.", "т.е.", and doubled ones as in "EE.UU.". */
final class Initials {
  private Initials() {}

  /** The end of the initials that start at {@code from}, their last dot included; 0 if none do. */
  static int end(char[] text, int from) {
    if (from + 2 >= text.length || (text[from + 1] != '.' && text[from + 2] != '.')) {
      return 0;
    }
    if (!isLetter(text[from])) {
      return 0;
    }
    if (text[from + 1] == '.') {
      return single(text, from);
    }
    return text[from + 1] == text[from] ? doubled(text, from) : 0;
  }

  private static int single(char[] text, int from) {
    int at = from;
    int letters = 0;
    while (at + 1 < text.length && isLetter(text[at]) && text[at + 1] == '.') {
      letters++;
      at += 2;
    }
    boolean lastWithoutDot =
        at < text.length
            && isLetter(text[at])
            && (at + 1 == text.length || !CharTable.isWord(kind(text[at + 1])));
    if (lastWithoutDot) {
      letters++;
      at++;
    }
    boolean runsIntoWord = !lastWithoutDot && at < text.length && isLetter(text[at]);
    return letters >= 2 && !runsIntoWord ? at : 0;
  }

  /** Spanish writes plural initials twice: EE.UU., EE. UU., FF.AA. */
  private static int doubled(char[] text, int from) {
    if (kind(text[from]) != CharTable.UPPER) {
      return 0;
    }
    int at = from + 3;
    if (at < text.length && (text[at] == ' ' || text[at] == '\u00A0')) {
      at++;
    }
    boolean pair =
        at + 1 < text.length && kind(text[at]) == CharTable.UPPER && text[at + 1] == text[at];
    if (!pair || (at + 2 < text.length && CharTable.isWord(kind(text[at + 2])))) {
      return 0;
    }
    return at + 2 < text.length && text[at + 2] == '.' ? at + 3 : at + 2;
  }

  private static boolean isLetter(char c) {
    byte kind = kind(c);
    return kind == CharTable.UPPER || kind == CharTable.LOWER;
  }
}
