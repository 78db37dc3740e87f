package org.wirewatch.judge;

import org.wirewatch.model.Evidence;

/**
 * A reading that was refused.
 *
 * @param entry what the words would have meant: {@code country:TR}
 * @param evidence the words
 * @param reason in plain words, what spoke against it
 */
public record WhyNot(String entry, Evidence evidence, String reason) {}
