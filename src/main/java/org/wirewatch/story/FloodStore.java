package org.wirewatch.story;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where it is kept how many alerts each entry raised lately. */
public interface FloodStore {
  @Nullable FloodState flood(String thing, Subscriber subscriber);

  void save(FloodState state);

  void drop(FloodState state);

  /** All of them, in the order of their keys. */
  Collection<FloodState> floods();
}
