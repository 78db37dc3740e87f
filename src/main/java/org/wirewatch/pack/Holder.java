package org.wirewatch.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who holds or held the highest office of a state according to somebody else than the pack.
 *
 * @param of ISO 3166-1 alpha-2
 * @param state whether it is the office of the head of state, else that of the head of government
 * @param id the person's at the source: {@code Q567}
 * @param name the English one
 * @param from first day; null where unknown
 * @param to first day no longer in office; null for who is in it
 */
public record Holder(
    String of,
    boolean state,
    String id,
    String name,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  boolean isIn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }
}
