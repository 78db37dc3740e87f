package org.wirewatch.match;

/**
 * Where a word or phrase of a matching query stands.
 *
 * @param first the first token
 * @param last the last token, inclusive
 * @param start UTF-16 offset into the field of the first token
 * @param end exclusive
 */
public record Place(int first, int last, int start, int end) {}
