package org.wirewatch.text;

/** How a word is written, as far as its script knows cases. */
public enum LetterCase {
  /** No cased letter in it: numbers, Arabic, Chinese, Hindi and so on. */
  NONE(0),
  /** {@code turkey}. */
  LOWER(1),
  /** {@code Turkey}; a single upper-case letter too. */
  CAPITALISED(2),
  /** {@code TURKEY}, {@code U.S.}; at least two letters. */
  ALL_CAPS(3),
  /** Anything else with an upper-case letter: {@code iPhone}, {@code McDonald}. */
  MIXED(4);

  private static final LetterCase[] BY_CODE = {NONE, LOWER, CAPITALISED, ALL_CAPS, MIXED};

  /** What {@link Tokens} keep of it. */
  final byte code;

  LetterCase(int code) {
    this.code = (byte) code;
  }

  static LetterCase ofCode(byte code) {
    return BY_CODE[code];
  }

  /** The case of a word of which so many letters are upper and lower case. */
  static LetterCase of(int upper, int lower, boolean firstUpper) {
    if (upper == 0) {
      return lower == 0 ? NONE : LOWER;
    }
    if (upper == 1 && firstUpper) {
      return CAPITALISED;
    }
    return lower == 0 ? ALL_CAPS : MIXED;
  }

  /** Whether a word written so may be a name: it has capitals, or its script has none. */
  public boolean mayBeName() {
    return this != LOWER;
  }
}
