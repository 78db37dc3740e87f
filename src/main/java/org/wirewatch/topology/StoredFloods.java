package org.wirewatch.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.story.FloodState;
import org.wirewatch.story.FloodStore;
import org.wirewatch.story.Subscriber;

/**
 * How many alerts the entries raised lately, kept in a Kafka Streams store and in memory: there are
 * at most as many as entries. The log says when a flood begins. Confined to one stream thread.
 */
final class StoredFloods implements FloodStore {
  private static final Logger LOG = LoggerFactory.getLogger(StoredFloods.class);

  private final KeptMap<FloodState> floods;
  private final Counter begun;
  private final Counter held;

  StoredFloods(ProcessorContext<?, ?> context, MeterRegistry meters) {
    floods = new KeptMap<>(context, Stores.FLOODS);
    begun =
        Counter.builder("wirewatch.story.floods")
            .description("Entries that began to raise more alerts an hour than stories allow")
            .register(meters);
    held =
        Counter.builder("wirewatch.story.held")
            .description("Alerts held back because their entry floods")
            .register(meters);
  }

  @Override
  public @Nullable FloodState flood(String thing, Subscriber subscriber) {
    return floods.get(key(thing, subscriber));
  }

  @Override
  public void save(FloodState state) {
    Subscriber owner = state.subscriber();
    FloodState before = floods.get(key(state.thing(), owner));
    if (state.held() > (before == null ? 0 : before.held())) {
      held.increment();
    }
    if (state.since() != null && (before == null || before.since() == null)) {
      begun.increment();
      LOG.warn(
          "entry '{}' of watchlist '{}' floods; its further alerts are held back until it calms down",
          owner.entry(),
          owner.watchlist());
    }
    floods.put(key(state.thing(), owner), state);
  }

  @Override
  public void drop(FloodState state) {
    floods.put(key(state.thing(), state.subscriber()), null);
  }

  @Override
  public Collection<FloodState> floods() {
    return floods.values();
  }

  private static String key(String thing, Subscriber subscriber) {
    return Keys.of(thing, subscriber.watchlist(), subscriber.entry());
  }
}
