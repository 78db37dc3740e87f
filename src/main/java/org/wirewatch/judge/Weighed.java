package org.wirewatch.judge;

import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Evidence;

/**
 * One thing that was weighed in a decision.
 *
 * @param cue what it is, in lower case: a kind of cue word ({@code drill}, {@code neg}), a feature
 *     of the text ({@code title_others}), or the rule's own words
 * @param span the words that gave it; null where it is the shape of the item that did
 * @param weight how much it moved the decision: in log-odds for salience, where below 0 spoke
 *     against; 1 for a cue that decides by itself
 */
public record Weighed(String cue, @Nullable Evidence span, double weight) {}
