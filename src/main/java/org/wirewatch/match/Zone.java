package org.wirewatch.match;

import org.wirewatch.text.Tokens;

/** Parts of an item, as a set of bits. */
record Zone(int bits) {
  private static final int TITLE_BIT = 1;
  private static final int SUMMARY_START = 2;
  private static final int SUMMARY_REST = 4;
  private static final int BODY_START = 8;
  private static final int BODY_REST = 16;

  static final Zone ANYWHERE = new Zone(31);
  static final Zone TITLE = new Zone(TITLE_BIT);

  /** The headline, and the first paragraphs of summary and body. */
  static final Zone LEAD = new Zone(TITLE_BIT | SUMMARY_START | BODY_START);

  /** All but the headline. */
  static final Zone BODY = new Zone(SUMMARY_START | SUMMARY_REST | BODY_START | BODY_REST);

  Zone and(Zone other) {
    return new Zone(bits & other.bits);
  }

  boolean isNowhere() {
    return bits == 0;
  }

  boolean has(int zoneBit) {
    return (bits & zoneBit) != 0;
  }

  /** The bit of the part that each sentence of a text is in. */
  static byte[] bySentence(Tokens tokens) {
    byte[] zones = new byte[tokens.sentenceCount()];
    bySentence(tokens, zones);
    return zones;
  }

  /** The same into an array with room enough. */
  static void bySentence(Tokens tokens, byte[] zones) {
    for (int s = 0; s < tokens.sentenceCount(); s++) {
      boolean first =
          s == 0
              || tokens.sentenceField(s) != tokens.sentenceField(s - 1)
              || (tokens.sentenceParagraph(s) == tokens.sentenceParagraph(s - 1)
                  && isStart(zones[s - 1]));
      zones[s] =
          (byte)
              switch (tokens.sentenceField(s)) {
                case TITLE -> TITLE_BIT;
                case SUMMARY -> first ? SUMMARY_START : SUMMARY_REST;
                case BODY -> first ? BODY_START : BODY_REST;
              };
    }
  }

  private static boolean isStart(int zone) {
    return zone == SUMMARY_START || zone == BODY_START;
  }
}
