package org.wirewatch.topology;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Watchlist;
import org.wirewatch.story.StoryLimits;

/**
 * What the topology is built from.
 *
 * @param topics which topics it runs through
 * @param compile makes of all watchlists the function that judges an item by them; must be thread
 *     safe, and so must what it returns
 * @param route how alerts are routed; null to tell nobody
 * @param freshness how old by its publisher an item may be, when it is fetched, to raise an alert;
 *     null for any age
 * @param limits what is kept of stories
 * @param stores where state lives
 * @param meters where is counted what is held back
 */
public record TopologySettings(
    Topics topics,
    Function<Collection<Watchlist>, Function<Item, FlaggedItem>> compile,
    @Nullable RouteSettings route,
    @Nullable Duration freshness,
    StoryLimits limits,
    StoreKind stores,
    MeterRegistry meters) {

  /** Where state lives. */
  public enum StoreKind {
    /** On disk in RocksDB: more than fits into memory, and a restart reads only what is new. */
    PERSISTENT,
    /** In memory, with a changelog. */
    IN_MEMORY,
    /** In memory alone: for a replay, which is over when it ends. */
    EPHEMERAL
  }
}
