/**
 * Judgement: what an item says, about whom, and whether it is so. Turns an item into a flagged item
 * and knows nothing of where items come from or what becomes of the flags.
 *
 * <p>One door, {@link org.wirewatch.judge.Judge}:
 *
 * <pre>{@code
 * Judge judge = Judge.of(watchlists);
 * FlaggedItem flagged = judge.judge(item);
 * }</pre>
 *
 * <p>An item is read once, whatever is watched, and then held against the watchlists:
 *
 * <ol>
 *   <li>every name of the packs is found in one pass, the longest first, nested ones dropped;
 *   <li>each homograph is decided by its context; a reading that is refused is kept with its
 *       reason;
 *   <li>titles and surnames are resolved to the people who hold the office on the item's date;
 *   <li>each country and leader gets its salience from where and how often it stands, and whether
 *       the item is about it;
 *   <li>events are read with their status and place, and who first reported them;
 *   <li>the entries of each watchlist pick what they watch.
 * </ol>
 *
 * <p>The names of the packs are compiled into one index by the build ({@link
 * org.wirewatch.judge.CompilePacks}); where that index is missing or does not belong to the data
 * files beside it, and where leaders were updated, it is made of the text when first needed.
 *
 * <p>Everything here is immutable and thread-safe once made.
 */
@NullMarked
package org.wirewatch.judge;

import org.jspecify.annotations.NullMarked;
