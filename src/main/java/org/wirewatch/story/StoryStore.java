package org.wirewatch.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Remembers a report of a story that is over. */
  void retire(String thing, Retired report);

  /** What is remembered of an item; null where it was in no story that is over, or long ago. */
  @Nullable Retired retired(String thing, String item);

  /**
   * A report of a story that is over, so that a later version of its item is known.
   *
   * @param print the encoded sketch of its text
   * @param closed when the story was over
   */
  record Retired(String item, String print, Instant closed) {}

  /**
   * A report in its story.
   *
   * @param number counts from 0 in the order they came
   */
  record Filed(long number, Report report) {}
}
