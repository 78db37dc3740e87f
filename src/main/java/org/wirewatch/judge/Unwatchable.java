package org.wirewatch.judge;

/**
 * An entry of a watchlist that cannot be watched; the others are.
 *
 * @param watchlist the id of the watchlist
 * @param entry the id of the entry
 * @param message what is wrong, in plain words
 */
public record Unwatchable(String watchlist, String entry, String message) {}
