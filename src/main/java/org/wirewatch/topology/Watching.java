package org.wirewatch.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.json.Json;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Watchlist;
import org.wirewatch.story.Sightings;
import tools.jackson.core.JacksonException;

/**
 * What is watched now, compiled. Definitions are compiled aside and swapped in one reference, so
 * that matching never waits for an edit. Thread-safe: the global thread writes, stream threads
 * read.
 */
final class Watching {
  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

  private final Function<Collection<Watchlist>, Function<Item, FlaggedItem>> compile;
  private final AtomicReference<@Nullable Compiled> current = new AtomicReference<>();

  /** An immutable compilation of all watchlists. */
  record Compiled(Function<Item, FlaggedItem> judge, Sightings sightings) {}

  Watching(Function<Collection<Watchlist>, Function<Item, FlaggedItem>> compile) {
    this.compile = compile;
  }

  /** Compiles what the store holds and swaps it in. */
  Compiled load(ReadOnlyKeyValueStore<String, byte[]> definitions) {
    List<Watchlist> watchlists = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = definitions.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> next = all.next();
        Watchlist watchlist = read(next.key, next.value);
        if (watchlist != null) {
          watchlists.add(watchlist);
        }
      }
    }
    Compiled compiled = new Compiled(compile.apply(watchlists), new Sightings(watchlists));
    current.set(compiled);
    return compiled;
  }

  /** What is watched now; compiled from the store if nothing has been yet, as after a restart. */
  Compiled current(ReadOnlyKeyValueStore<String, byte[]> definitions) {
    Compiled compiled = current.get();
    return compiled == null ? load(definitions) : compiled;
  }

  /** One definition that cannot be read must not stop the rest. */
  private static @Nullable Watchlist read(String id, byte[] definition) {
    try {
      return Json.mapper().readValue(definition, Watchlist.class);
    } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
      LOG.warn("watchlist {} cannot be read and is left out: {}", id, e.getMessage());
      return null;
    }
  }
}
