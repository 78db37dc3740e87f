package org.wirewatch.model;

/**
 * How an event stands according to an item; written in JSON in lower case with hyphens ({@code
 * in-effect}). After ConText (Harkema et al. 2009) for negation, hypothesis and history, and the
 * life of a NOTAM (new, replace, cancel).
 */
public enum Status {
  /** It is so now. */
  IN_EFFECT,
  /** Decided or declared by someone able to, not or not yet known to be so. */
  ANNOUNCED,
  /** Threatened, considered, feared or asked for. */
  POSSIBLE,
  /** Somebody able to know says that it is not so. */
  DENIED,
  /** Reopened, lifted, released. */
  ENDED,
  /** An earlier event told as background. */
  PAST;

  /** Whether the event is told as happening now or as decided: what wakes people. */
  public boolean isLive() {
    return this == IN_EFFECT || this == ANNOUNCED;
  }
}
