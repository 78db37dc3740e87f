package org.wirewatch.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stories that are open, as alerts are made of them. Whoever correlates has them in memory
 * already, so that a report more does not read all the others again.
 */
public interface OpenStories {
  /** A story of a thing; null if it is not open. */
  @Nullable Story story(String thing, String id);

  /** The reports kept of a story, oldest first; empty if it is not open. */
  List<Report> reports(Story story);
}
