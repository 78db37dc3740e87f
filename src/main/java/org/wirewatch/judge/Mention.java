package org.wirewatch.judge;

/**
 * One place in an item that speaks of a country or a leader.
 *
 * @param first index of its first token
 * @param last index of its last token, inclusive
 * @param start UTF-16 offset into the field of {@code first}; a prefix written together with the
 *     name ("والسعودية") is left out
 * @param end UTF-16 offset, exclusive
 */
record Mention(Referent referent, Form form, int first, int last, int start, int end) {

  /** How the referent is put into words. */
  enum Form {
    /** By its name, long or short, or by its abbreviation. */
    NAME,
    /** By its people or its adjective: Venezuelan, Venezuelans. */
    DEMONYM,
    /** By its capital. */
    CAPITAL,
    /** By what stands for its government: the Kremlin, the White House. */
    SEAT,
    /** By another place or body within it: a city, a province, an airport, its forces. */
    PLACE,
    /** A leader by the full name. */
    FULL_NAME,
    /** A leader by the surname or another part of the name. */
    SURNAME,
    /** A leader by the office: the Turkish president. */
    OFFICE
  }

  /** The code of the country that it speaks of, or empty for a leader. */
  String country() {
    return referent instanceof Referent.Country(String code) ? code : "";
  }

  boolean isCountry() {
    return referent instanceof Referent.Country;
  }

  /** Whether it stands within the tokens from {@code from} to {@code to}, both inclusive. */
  boolean within(int from, int to) {
    return first >= from && last <= to;
  }
}
