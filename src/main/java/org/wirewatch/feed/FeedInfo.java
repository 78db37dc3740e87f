package org.wirewatch.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself.
 *
 * @param format for people: "RSS 2.0", "Atom 1.0"
 * @param title plain text; empty where there is none
 * @param homepage absolute address of the site; null where not given
 * @param language BCP 47; null where not given
 * @param polling what the publisher asks of those who poll
 * @param parts addresses of the documents that an index lists, such as those of a sitemap index
 */
public record FeedInfo(
    String format,
    String title,
    @Nullable String homepage,
    @Nullable String language,
    Polling polling,
    List<String> parts) {

  public FeedInfo {
    parts = List.copyOf(parts);
  }

  /**
   * The publisher's wishes about polling.
   *
   * @param interval the shortest time between two polls ({@code ttl}, {@code sy:updatePeriod});
   *     null where not given
   * @param skipHours hours of the day in UTC, 0 to 23, in which nothing comes
   * @param skipDays days in UTC on which nothing comes
   * @param hub address of a WebSub hub; null where there is none
   * @param self the feed's own address; null where not given
   */
  public record Polling(
      @Nullable Duration interval,
      Set<Integer> skipHours,
      Set<DayOfWeek> skipDays,
      @Nullable String hub,
      @Nullable String self) {

    /** No wishes. */
    public static final Polling NONE = new Polling(null, Set.of(), Set.of(), null, null);

    public Polling {
      skipHours = Collections.unmodifiableSet(new TreeSet<>(skipHours));
      skipDays = Collections.unmodifiableSet(new TreeSet<>(skipDays));
    }
  }
}
