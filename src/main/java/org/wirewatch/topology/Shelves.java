package org.wirewatch.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.story.OpenStories;
import org.wirewatch.story.Report;
import org.wirewatch.story.Shelf;
import org.wirewatch.story.Story;
import org.wirewatch.story.StoryLimits;
import org.wirewatch.story.StoryStore;

/**
 * The shelves of the things that a task heard of lately; the others stay in the store until they
 * are asked for. Confined to one thread.
 */
final class Shelves implements OpenStories {
  private static final int MOST = 2_000;

  private final StoryLimits limits;
  private final StoryStore store;
  private final Map<String, Shelf> lately =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shelf> eldest) {
          return size() > MOST;
        }
      };

  Shelves(StoryLimits limits, StoryStore store) {
    this.limits = limits;
    this.store = store;
  }

  Shelf of(String thing) {
    Shelf shelf = lately.get(thing);
    if (shelf == null) {
      shelf = Shelf.restored(thing, limits, store);
      lately.put(thing, shelf);
    }
    return shelf;
  }

  @Override
  public @Nullable Story story(String thing, String id) {
    return of(thing).story(thing, id);
  }

  @Override
  public List<Report> reports(Story story) {
    return of(story.thing()).reports(story);
  }
}
