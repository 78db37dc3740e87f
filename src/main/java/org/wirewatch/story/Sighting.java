package org.wirewatch.story;

import org.wirewatch.model.Kind;

/**
 * One item seen under one watched thing: what is re-keyed to the task that knows the thing's
 * stories.
 *
 * @param thing what is watched, the same for every watchlist that watches it: {@code country:VE},
 *     {@code leader:…}, {@code event:…}, or {@code query:} with a hash of the query
 */
public record Sighting(String thing, Kind kind, Report report) {}
