package org.wirewatch.judge;

import java.util.List;
import java.util.stream.Stream;
import org.wirewatch.match.Reason;

/**
 * Why the query of an entry flags an item or does not.
 *
 * @param shutOut why the watchlist takes no such item, whatever the query says: its sources, its
 *     languages; empty where it takes the item
 * @param query term by term what holds and what does not
 */
public record TermByTerm(List<String> shutOut, Reason query) {
  public TermByTerm {
    shutOut = List.copyOf(shutOut);
  }

  /** What shuts the item out, then one line a part of the query. */
  public List<String> lines() {
    return Stream.concat(shutOut.stream().map(why -> "- " + why), query.toString().lines())
        .toList();
  }
}
