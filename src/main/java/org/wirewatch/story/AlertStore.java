package org.wirewatch.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the states of alerts are kept; what survives a restart. */
public interface AlertStore {
  @Nullable AlertState state(String thing, String story, Subscriber subscriber);

  /** The states of a story's alerts, in the order of watchlist and entry. */
  List<AlertState> states(String thing, String story);

  void save(AlertState state);

  void drop(AlertState state);
}
