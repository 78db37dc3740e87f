package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that a request comes from Slack: its {@code v0} signature over timestamp and body, not
 * older or newer than five minutes, and not seen before. Thread-safe.
 *
 * <p>What was seen is known to this process, since it began. That is enough: a repeat to another
 * process within the five minutes becomes the same record with the same key and time, see {@link
 * SlackPress#done}, which changes nothing.
 */
final class SlackSignature {
  static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String VERSION = "v0";

  /** Signatures that were good, until when they could be good again. */
  private final Map<String, Instant> seen = new HashMap<>();

  /**
   * Whether one of the secrets signed the request.
   *
   * @param timestamp the header {@code X-Slack-Request-Timestamp}
   * @param signature the header {@code X-Slack-Signature}
   * @return why it is refused; empty where it is good
   */
  Optional<String> refuse(
      List<Secret> secrets, String timestamp, String signature, byte[] body, Instant now) {
    if (!timestamp.matches("[0-9]{1,12}")) {
      return Optional.of("it has no timestamp");
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(at, now).abs().compareTo(WINDOW) > 0) {
      return Optional.of("its timestamp is more than five minutes off");
    }
    if (secrets.stream().noneMatch(s -> isBy(s, timestamp, signature, body))) {
      return Optional.of("its signature is not Slack's");
    }
    return isFirst(signature, at.plus(WINDOW), now)
        ? Optional.empty()
        : Optional.of("it was here before");
  }

  /** Whether the request is signed with this very secret: every workspace's app has its own. */
  boolean isBy(Secret secret, String timestamp, String signature, byte[] body) {
    byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
    byte[] mac = Signature.hmac(key, VERSION + ":" + timestamp + ":", body);
    byte[] wanted =
        (VERSION + "=" + HexFormat.of().formatHex(mac)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8));
  }

  /** Lets a request come again that could not be dealt with. */
  synchronized void forget(String signature) {
    seen.remove(signature);
  }

  private synchronized boolean isFirst(String signature, Instant until, Instant now) {
    seen.values().removeIf(now::isAfter);
    return seen.putIfAbsent(signature, until) == null;
  }
}
