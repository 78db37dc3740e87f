package org.wirewatch.story;

import java.util.List;

/**
 * Where stories and their reports are kept; what survives a restart. A shelf reads it once and
 * writes every change through.
 */
public interface StoryStore {
  /** The open stories of a thing, in the order of their ids. */
  List<Story> stories(String thing);

  /** The reports kept of a story, the oldest number first. */
  List<Filed> reports(String thing, String story);

  void save(Story story);

  void save(Story story, Filed report);

  void drop(Story story, long number);

  /** Drops the story; its reports have been dropped before. */
  void drop(Story story);

  /**
   * A report in its story.
   *
   * @param number counts from 0 in the order they came
   * @param origin the key of the voice behind it, see {@link Origins}
   */
  record Filed(long number, String origin, Report report) {}
}
