package org.wirewatch.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An office held for a time.
 *
 * @param of the country by ISO 3166-1 alpha-2, or the body or power by its id in capitals: {@code
 *     UN}, {@code NATO}, {@code HAMAS}
 * @param role what the office is by law
 * @param title what texts call it
 * @param from first day, inclusive
 * @param to first day no longer in office; null for who holds it at the data's as-of date
 */
public record Term(String of, Role role, Title title, LocalDate from, @Nullable LocalDate to) {

  /** What an office is by law or, where force rules, in fact. */
  public enum Role {
    HEAD_OF_STATE,
    HEAD_OF_GOVERNMENT,
    /** Both in one person, as in presidential systems. */
    HEAD_OF_STATE_AND_GOVERNMENT,
    /** In power above or beside those. */
    PARAMOUNT,
    MINISTER,
    DEPUTY,
    HEAD_OF_BODY
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
