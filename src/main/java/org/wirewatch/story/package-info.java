/**
 * Which reports tell one story, how many voices stand behind it, and what is worth telling about
 * it: near-duplicates, correlation, corroboration, severity, the life of an alert. Knows neither
 * Kafka nor the clock, nor how items are judged.
 *
 * <pre>{@code
 * Shelf shelf = Shelf.restored(thing, limits, store);        // what is known of one watched thing
 * List<Development> what = correlator.file(sighting, shelf); // opened, joined, merged, closed
 * List<Alert> told = lifecycle.on(development, shelf); // what a person hears of it
 * }</pre>
 *
 * <ol>
 *   <li>{@link org.wirewatch.story.Sightings} cuts a flagged item into one {@link
 *       org.wirewatch.story.Sighting} for each thing watched, whoever watches it.
 *   <li>{@link org.wirewatch.story.Correlator} files a sighting: into the story that already has
 *       the item, into the one it repeats or tells too, else into a new one.
 *   <li>{@link org.wirewatch.story.AlertLifecycle} turns what became of a story into revisions of
 *       an alert for each subscriber.
 * </ol>
 *
 * <p>Every decision is a function of the reports and their times, in the order they came; nothing
 * looks at a clock, draws lots or depends on hash order, so the same items give the same alerts
 * byte by byte. What a {@link org.wirewatch.story.Shelf} holds in memory is derived from its {@link
 * org.wirewatch.story.StoryStore} and can be dropped at any time. Not thread-safe: a shelf is
 * confined to one thread.
 */
@NullMarked
package org.wirewatch.story;

import org.jspecify.annotations.NullMarked;
