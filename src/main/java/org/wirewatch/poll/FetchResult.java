package org.wirewatch.poll;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of one fetch. Immutable but for the bytes, which are the receiver's. */
public sealed interface FetchResult {

  /**
   * A body.
   *
   * @param finalUrl where it came from in the end
   * @param movedTo where the address has moved for good: the last address that was reached by
   *     permanent redirects only (301, 308); null where it has not moved
   * @param headers of the last answer, names in lower case
   * @param bytes after removal of any compression
   * @param truncated the connection ended before the body did; {@code bytes} is what arrived
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes, handed on once and never compared
  record Body(
      String finalUrl,
      @Nullable String movedTo,
      int status,
      Map<String, List<String>> headers,
      byte[] bytes,
      boolean truncated)
      implements FetchResult {
    /** What is said of it, for when it has been read. */
    Body withoutBytes() {
      return new Body(finalUrl, movedTo, status, headers, new byte[0], truncated);
    }
  }

  /** Nothing changed since the validators were given (304). */
  record NotModified(Map<String, List<String>> headers) implements FetchResult {}

  /**
   * Nothing to read.
   *
   * @param message what happened and what can be done, in plain words and one line
   * @param status of the answer; 0 where there was none
   * @param retryAfter how long the server asks us to stay away; null where it does not
   */
  record Failed(Reason reason, String message, int status, @Nullable Duration retryAfter)
      implements FetchResult {
    static Failed of(Reason reason, String message) {
      return new Failed(reason, message, 0, null);
    }
  }

  /** Why there is nothing to read; few enough to be a metric's label. */
  enum Reason {
    /** No http or https address. */
    BAD_ADDRESS,
    /** Private, loopback, link-local or metadata address. */
    PRIVATE_ADDRESS,
    UNKNOWN_HOST,
    /** Nobody accepts the connection. */
    CONNECT,
    /** No secure connection: certificate, protocol. */
    TLS,
    TIMEOUT,
    TOO_LARGE,
    /** The connection ended before anything usable came. */
    BROKEN_OFF,
    /** Too many redirects, or one to nowhere. */
    REDIRECTS,
    NOT_FOUND,
    GONE,
    /** 401, 403, 451: we are not wanted. */
    REFUSED,
    /** 429 or 503: later. */
    BUSY,
    /** Any other status. */
    STATUS,
    /** robots.txt forbids the page. */
    ROBOTS,
    /** A fault of ours. */
    UNEXPECTED
  }
}
