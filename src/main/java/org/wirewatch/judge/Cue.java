package org.wirewatch.judge;

/** What a word beside a name tells of it; the sections of {@code cues.txt}. */
enum Cue {
  GIVEN_NAME,
  INSTITUTION,
  HONORIFIC,
  PERSON_VERB,
  RELATION,
  WATER,
  COMPANY,
  TOWN_AFTER,
  TOWN_SURELY,
  TOWN_BEFORE,
  LOCAL,
  EVERYDAY,
  STATE_GOVERNMENT,
  UNIVERSITY,
  STATE_ACT,
  BIRD,
  PLACE_BEFORE,
  PLACE_BEHIND,
  STREET,
  MASONRY,
  CROCKERY,
  DISH,
  CLUB,
  GEORGIA_STATE,
  GEORGIA_COUNTRY,
  WASHINGTON_STATE,
  HISTORY,
  COMPARISON,
  BROKER,
  CURRENCY,
  FORMER,
  KIN,
  SAYS,
  CITING,
  MEDIUM;

  /** One bit each, never stored: a token's cues are one number. */
  @SuppressWarnings("EnumOrdinal")
  long bit() {
    return 1L << ordinal();
  }
}
