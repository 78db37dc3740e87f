package org.wirewatch.poll;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.wirewatch.poll.FetchResult.Failed;
import org.wirewatch.poll.FetchResult.Reason;

/** Says in plain words why a fetch failed. Pure. */
final class Failures {
  private Failures() {}

  static Failed of(URI at, Throwable cause) {
    if (isCausedBy(cause, UnresolvedAddressException.class)
        || isCausedBy(cause, UnknownHostException.class)) {
      return AddressGuard.unknownHost(at);
    }
    return switch (cause) {
      case HttpConnectTimeoutException e ->
          Failed.of(Reason.TIMEOUT, at.getHost() + " does not take connections: timed out");
      case HttpTimeoutException e ->
          Failed.of(Reason.TIMEOUT, at.getHost() + " takes connections but does not answer");
      case ConnectException e ->
          Failed.of(
              Reason.CONNECT, "nobody listens at " + at.getAuthority() + "; is the site down?");
      case SSLException e ->
          Failed.of(Reason.TLS, "no secure connection to " + at.getHost() + ": " + firstLine(e));
      default ->
          Failed.of(
              Reason.BROKEN_OFF, at.getHost() + " broke the connection off: " + firstLine(cause));
    };
  }

  static Failed ofStatus(int status, ResponseHints hints) {
    Duration later = hints.retryAfter();
    return switch (status) {
      case 404 ->
          new Failed(
              Reason.NOT_FOUND,
              "404 not found; look for the feed's new address on the site",
              status,
              later);
      case 410 ->
          new Failed(Reason.GONE, "410 gone: the publisher has ended this feed", status, later);
      case 401, 402, 403, 407, 451 ->
          new Failed(
              Reason.REFUSED,
              status + ": the publisher refuses us; ask for access, or remove the feed",
              status,
              later);
      case 429, 503 ->
          new Failed(
              Reason.BUSY, status + ": the server asks us to come back later", status, later);
      default -> new Failed(Reason.STATUS, "the server answered " + status, status, later);
    };
  }

  static Failed tooLarge(long maxBytes) {
    return Failed.of(
        Reason.TOO_LARGE,
        "more than " + maxBytes + " bytes; raise intake.max_bytes if that is a feed");
  }

  static Failed tooSlow(Duration limit) {
    return Failed.of(
        Reason.TIMEOUT, "the answer was not complete after " + limit.toSeconds() + " s; cut off");
  }

  private static boolean isCausedBy(@Nullable Throwable thrown, Class<?> type) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 10; t = t.getCause(), depth++) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String firstLine(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null
        ? thrown.getClass().getSimpleName()
        : message.lines().findFirst().orElse("no reason given");
  }
}
