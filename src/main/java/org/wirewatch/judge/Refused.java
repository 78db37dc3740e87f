package org.wirewatch.judge;

/**
 * A reading that context spoke against.
 *
 * @param mention what the words would have meant
 * @param reason in plain words, why they do not
 */
record Refused(Mention mention, String reason) {}
