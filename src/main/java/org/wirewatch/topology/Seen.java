package org.wirewatch.topology;

import java.time.Instant;

/**
 * What is remembered of an item to recognise its repeat.
 *
 * @param digest of its text
 * @param day when it was seen last, to the day, so that a repeat seldom writes
 */
record Seen(String digest, Instant day) {}
