/**
 * The search view: a local index of items and alerts, fed from their topics by a plain consumer.
 * {@link org.wirewatch.search.SearchView} follows the topics and answers {@link
 * org.wirewatch.search.SearchQuery}s.
 *
 * <p>The topics are the truth and the index a view of them: each commit of the index holds the
 * offsets up to which it was fed, so that after a crash it goes on exactly there; an index that is
 * missing, broken, of another version or of other topics is built anew. What the topics' retention
 * would drop is dropped here too.
 */
@NullMarked
package org.wirewatch.search;

import org.jspecify.annotations.NullMarked;
