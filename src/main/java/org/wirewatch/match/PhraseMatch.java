package org.wirewatch.match;

/**
 * A listed phrase found in a text.
 *
 * @param value what the phrase was listed with
 * @param first the first token
 * @param last the last token, inclusive
 * @param start UTF-16 offset into the field of the first token; behind a prefix that was taken off
 * @param end exclusive; before a particle that was taken off
 */
public record PhraseMatch<V>(V value, int first, int last, int start, int end) {
  /** Whether the other is part of this and shorter. */
  public boolean covers(PhraseMatch<?> other) {
    return first <= other.first
        && last >= other.last
        && (last - first > other.last - other.first
            || (start <= other.start && end >= other.end && end - start > other.end - other.start));
  }
}
