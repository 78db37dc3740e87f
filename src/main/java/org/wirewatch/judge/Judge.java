package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Flag;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Watchlist;

/**
 * Turns an item into a flagged item: which entries of the watchlists it falls under, how much it is
 * about them, and why.
 *
 * <p>Immutable and thread-safe. Changed watchlists make a new judge, which is cheap: what the packs
 * know is read once for all judges.
 */
public final class Judge {
  private final List<Watchlist> watchlists;
  private final ItemReader reader = new ItemReader();
  private final EventReader events = new EventReader();

  private Judge(Collection<Watchlist> watchlists) {
    this.watchlists = List.copyOf(watchlists);
  }

  /**
   * A judge for these watchlists; entries that cannot be compiled are left out, see {@link
   * #problems}.
   */
  public static Judge of(Collection<Watchlist> watchlists) {
    return new Judge(watchlists);
  }

  /** The entries that could not be compiled. */
  public List<Problem> problems() {
    return List.of();
  }

  /** The item with its flags, in the order of the watchlists and their entries. */
  public FlaggedItem judge(Item item) {
    ItemReader.Read read = reader.read(item);
    ItemReading reading = read.reading();
    Map<String, List<Mention>> byEntry = new LinkedHashMap<>();
    for (Mention mention : reading.mentions()) {
      byEntry.computeIfAbsent(mention.referent().entry(), _ -> new ArrayList<>()).add(mention);
    }
    List<Flag> flags = new ArrayList<>();
    for (Watchlist watchlist : watchlists) {
      watchlist
          .entries()
          .forEach(entry -> {
            List<Mention> mentions = byEntry.getOrDefault(entry.id(), List.of());
            if (!mentions.isEmpty()) {
              List<Evidence> evidence = mentions.stream().map(reading::evidence).toList();
              flags.add(
                  new Flag(
                      watchlist.id(),
                      entry.id(),
                      entry.kind(),
                      entry.name(),
                      0.5,
                      true,
                      evidence.size(),
                      evidence,
                      null,
                      List.of(),
                      List.of(),
                      List.of()));
            }
          });
    }
    events.read(reading);
    return new FlaggedItem(
        item.id(),
        item.title(),
        reading.tokens().language(),
        item.published(),
        read.attribution(),
        flags);
  }
}
