package org.wirewatch.story;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Both stores in maps. */
final class MemoryStores implements StoryStore, AlertStore, FloodStore {
  private final TreeMap<String, Story> stories = new TreeMap<>();
  private final TreeMap<String, TreeMap<Long, Filed>> reports = new TreeMap<>();
  private final TreeMap<String, AlertState> states = new TreeMap<>();
  private final TreeMap<String, Retired> retired = new TreeMap<>();
  private final TreeMap<String, FloodState> floods = new TreeMap<>();

  @Override
  public List<Story> stories(String thing) {
    return stories.values().stream().filter(s -> s.thing().equals(thing)).toList();
  }

  @Override
  public List<Filed> reports(String thing, String story) {
    return new ArrayList<>(reports.getOrDefault(story, new TreeMap<>()).values());
  }

  @Override
  public void save(Story story) {
    stories.put(story.id(), story);
  }

  @Override
  public void save(Story story, Filed report) {
    reports.computeIfAbsent(story.id(), _ -> new TreeMap<>()).put(report.number(), report);
  }

  @Override
  public void drop(Story story, long number) {
    reports.getOrDefault(story.id(), new TreeMap<>()).remove(number);
  }

  @Override
  public void drop(Story story) {
    stories.remove(story.id());
  }

  @Override
  public @Nullable AlertState state(String thing, String story, Subscriber subscriber) {
    return states.get(key(story, subscriber));
  }

  @Override
  public List<AlertState> states(String thing, String story) {
    return states.values().stream().filter(s -> s.story().equals(story)).toList();
  }

  @Override
  public void save(AlertState state) {
    states.put(key(state.story(), state.subscriber()), state);
  }

  @Override
  public void drop(AlertState state) {
    states.remove(key(state.story(), state.subscriber()));
  }

  @Override
  public void retire(String thing, Retired report) {
    retired.put(thing + '/' + report.item(), report);
  }

  @Override
  public @Nullable Retired retired(String thing, String item) {
    return retired.get(thing + '/' + item);
  }

  @Override
  public @Nullable FloodState flood(String thing, Subscriber subscriber) {
    return floods.get(key(thing, subscriber));
  }

  @Override
  public void save(FloodState state) {
    floods.put(key(state.thing(), state.subscriber()), state);
  }

  @Override
  public void drop(FloodState state) {
    floods.remove(key(state.thing(), state.subscriber()));
  }

  @Override
  public List<FloodState> floods() {
    return List.copyOf(floods.values());
  }

  private static String key(String story, Subscriber subscriber) {
    return story + '/' + subscriber.watchlist() + '/' + subscriber.entry();
  }
}
