package org.wirewatch.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Term.Role;

/**
 * Who holds or held an office according to somebody else than the pack.
 *
 * @param of ISO 3166-1 alpha-2, or the pack's id of a body
 * @param id the person's at the source: {@code Q567}
 * @param name the English one
 * @param from first day; null where unknown
 * @param to first day no longer in office; null for who is in it
 */
public record Holder(
    String of,
    Office office,
    String id,
    String name,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  /** The offices that sources are asked about. */
  public enum Office {
    STATE,
    GOVERNMENT,
    FOREIGN_MINISTER,
    DEFENCE_MINISTER,
    SECRETARY_GENERAL;

    /** Whether it is the office of the head of state or of government. */
    boolean isHighest() {
      return this == STATE || this == GOVERNMENT;
    }

    boolean isThatOf(Term term) {
      return switch (this) {
        case STATE ->
            switch (term.role()) {
              case HEAD_OF_STATE, HEAD_OF_STATE_AND_GOVERNMENT, PARAMOUNT -> true;
              case HEAD_OF_GOVERNMENT, MINISTER, DEPUTY, HEAD_OF_BODY -> false;
            };
        case GOVERNMENT -> term.role() == Role.HEAD_OF_GOVERNMENT;
        case FOREIGN_MINISTER ->
            term.role() == Role.MINISTER && term.title() == Title.FOREIGN_MINISTER;
        case DEFENCE_MINISTER ->
            term.role() == Role.MINISTER && term.title() == Title.DEFENCE_MINISTER;
        case SECRETARY_GENERAL ->
            term.role() == Role.HEAD_OF_BODY && term.title() == Title.SECRETARY_GENERAL;
      };
    }
  }

  boolean isIn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }
}
