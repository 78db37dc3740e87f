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
 * <pre>{@code
 * if (QueryCompiler.DEFAULT.compile("carrier W/5 port") instanceof Compilation.Compiled compiled) {
 *   WatchlistIndex index = WatchlistIndex.of(Map.of("carriers", compiled.query()));
 *   index.match(new ItemText(item, tokens, mentions));
 * }
 * }</pre>
 *
 * <p>How an item is matched:
 *
 * <ol>
 *   <li>Each token is looked up by the hashes of its folded form, its stem and its alternates: the
 *       words of the vocabulary that it may be.
 *   <li>A trie of words gives every place of every phrase. A filter of one bit an edge rules out
 *       most pairs of words without a look into the table, which no cache would hold.
 *   <li>A query is decided where one of its rarest words or phrases was found; one that can hold
 *       without any (NOT, {@code lang:}) always is. What many queries have counts as common: that
 *       is known once all are read.
 *   <li>Places are related as minimal intervals of tokens, each shared expression once.
 * </ol>
 *
 * <p>Bounds of a query: at most 100,000 words, 1,000 of them with {@code *} or {@code ?}; 400 of
 * W/, NEAR/, SAME and PARA, 200 in a row; 200 levels; distances up to 1,000 words; 64 words in a
 * phrase or PARA. What exceeds them is refused with the reason. An operator takes time that grows
 * with the places of its operands, not with their product, so that no query within the bounds takes
 * more than 5 seconds and 768 MB of garbage for an item of 15,000 words that hits it with every
 * word; a test holds that. What many entries have in common is paid once.
 *
 * <p>Nothing is allocated for a token. Reading an item costs the arrays that its tokens are kept in
 * and a copy of its text, 10 to 16 bytes a character; matching it about 1 kB, however long it is,
 * since each thread keeps what it works with, and for a match its places. A test holds that. What
 * it takes in time is measured by {@code wirewatch bench match}.
 *
 * <p>Indexes are immutable and safe to share between threads; an edit makes a new one.
 */
@NullMarked
package org.wirewatch.match;

import org.jspecify.annotations.NullMarked;
