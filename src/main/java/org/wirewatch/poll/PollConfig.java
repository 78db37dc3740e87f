package org.wirewatch.poll;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedLimits;

/**
 * How feeds are polled. Immutable.
 *
 * @param freshness what is older than this when a feed is first polled is backlog: marked as seen,
 *     not emitted
 * @param allowPrivateAddresses whether feeds may be on private, loopback or link-local addresses
 * @param limits the most that a body may hold after decompression, and what of a document is read
 * @param userAgentContact an address or URL where a publisher reaches whoever runs this; null where
 *     not configured
 * @param watchFolder a folder whose new files are read as items; null for none
 * @param manners how hosts are treated
 * @param trustedUrls addresses of feeds that may be private whatever {@code allowPrivateAddresses}
 *     says, such as the bundled sample; where they redirect to is checked like any other address
 * @param instance a name that survives restarts of this process and no other running process has:
 *     with it a restarted process gets its feeds back at once, without it only when its predecessor
 *     is known to be dead; null where there is none
 * @param callbacks what the addresses begin with at which WebSub hubs reach this process; null
 *     where they cannot, and every feed is polled
 */
public record PollConfig(
    Duration freshness,
    boolean allowPrivateAddresses,
    FeedLimits limits,
    @Nullable String userAgentContact,
    @Nullable Path watchFolder,
    Manners manners,
    Set<String> trustedUrls,
    @Nullable String instance,
    @Nullable String callbacks) {

  /** The most entries of a document that a feed's state can tell from those of the next. */
  public static final int MOST_ENTRIES = SeenItems.MOST;

  /** The values of a system without configuration. */
  public static final PollConfig DEFAULT =
      new PollConfig(
          Duration.ofHours(6),
          false,
          FeedLimits.DEFAULT,
          null,
          null,
          Manners.DEFAULT,
          Set.of(),
          null,
          null);

  public PollConfig {
    trustedUrls = Set.copyOf(trustedUrls);
    if (freshness.isNegative()) {
      throw new IllegalArgumentException("freshness is not negative: " + freshness);
    }
  }

  /** The most bytes of a body, after decompression. */
  public long maxBytes() {
    return limits.maxBytes();
  }

  public PollConfig withAllowPrivateAddresses(boolean allow) {
    return new PollConfig(
        freshness,
        allow,
        limits,
        userAgentContact,
        watchFolder,
        manners,
        trustedUrls,
        instance,
        callbacks);
  }

  public PollConfig withTrustedUrls(Set<String> urls) {
    return new PollConfig(
        freshness,
        allowPrivateAddresses,
        limits,
        userAgentContact,
        watchFolder,
        manners,
        urls,
        instance,
        callbacks);
  }

  public PollConfig withManners(Manners newManners) {
    return new PollConfig(
        freshness,
        allowPrivateAddresses,
        limits,
        userAgentContact,
        watchFolder,
        newManners,
        trustedUrls,
        instance,
        callbacks);
  }

  public PollConfig withLimits(FeedLimits newLimits) {
    return new PollConfig(
        freshness,
        allowPrivateAddresses,
        newLimits,
        userAgentContact,
        watchFolder,
        manners,
        trustedUrls,
        instance,
        callbacks);
  }

  public PollConfig withInstance(@Nullable String name) {
    return new PollConfig(
        freshness,
        allowPrivateAddresses,
        limits,
        userAgentContact,
        watchFolder,
        manners,
        trustedUrls,
        name,
        callbacks);
  }

  public PollConfig withCallbacks(@Nullable String newCallbacks) {
    return new PollConfig(
        freshness,
        allowPrivateAddresses,
        limits,
        userAgentContact,
        watchFolder,
        manners,
        trustedUrls,
        instance,
        newCallbacks);
  }

  /**
   * How hosts are treated.
   *
   * @param concurrency the most requests at a time in all
   * @param perHost the most requests at a time to one host
   * @param hostSpacing between the starts of two requests to one host
   * @param slowest the longest time between two polls of a feed that answers
   * @param connect to reach a host
   * @param firstByte from the request until the answer's headers
   * @param wholeBody from the request until the last byte
   */
  public record Manners(
      int concurrency,
      int perHost,
      Duration hostSpacing,
      Duration slowest,
      Duration connect,
      Duration firstByte,
      Duration wholeBody) {

    /** Two requests at a time and half a second apart for each host. */
    public static final Manners DEFAULT =
        new Manners(
            256,
            2,
            Duration.ofMillis(500),
            Duration.ofHours(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60));

    public Manners {
      if (concurrency < 1 || perHost < 1) {
        throw new IllegalArgumentException("at least one request at a time");
      }
    }
  }
}
