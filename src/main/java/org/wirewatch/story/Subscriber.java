package org.wirewatch.story;

import org.wirewatch.model.Severity;

/**
 * A watchlist entry that watches a thing; stories are shared among subscribers, alerts are not.
 *
 * @param watchlist the id of the watchlist
 * @param entry the id of the entry in it
 * @param name what people call the entry
 * @param severity the entry's own level
 * @param anyStatus whether a status that wakes nobody by itself, {@code past}, was asked for
 */
public record Subscriber(
    String watchlist, String entry, String name, Severity severity, boolean anyStatus) {}
