/**
 * Finds what is watched in tokens: phrases ({@link org.wirewatch.match.PhraseIndex}) and queries of
 * the watchlist language. Knows no countries, leaders or events: what a mention means is not
 * decided here.
 *
 * <pre>{@code
 * PhraseIndex<String> names =
 *     PhraseIndex.<String>builder()
 *         .add("Venezuela", "VE", Matching.NAME)
 *         .add("Украина", "UA", Matching.NAME.inflectedIn("ru"))
 *         .build();
 * for (PhraseMatch<String> match : names.find(tokens)) {
 *   System.out.println(match.value() + " at " + match.start());
 * }
 * }</pre>
 *
 * <p>Indexes are immutable and safe to share between threads; an edit makes a new one.
 */
@NullMarked
package org.wirewatch.match;

import org.jspecify.annotations.NullMarked;
