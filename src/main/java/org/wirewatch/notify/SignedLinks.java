package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.wirewatch.json.Json;
import tools.jackson.core.JacksonException;

/**
 * Links by which the reader of a mail acts without signing in. Each holds what it is for, the
 * receiver that it was sent to and when it ends, under an HMAC-SHA256, so that none can be made or
 * changed by others. Pure.
 */
record SignedLinks(NotifyConfig.Links config) {
  private static final Duration VALID = Duration.ofDays(7);
  private static final String PURPOSE = "wirewatch link v1.";
  private static final int LONGEST = 4000;

  /**
   * What a link is for.
   *
   * @param until when it ends, exclusive
   */
  record Link(Ask ask, String receiver, Instant until) {}

  /** The address of a link. */
  String address(Ask ask, String receiver, Instant now) {
    byte[] link = Json.mapper().writeValueAsBytes(new Link(ask, receiver, now.plus(VALID)));
    return config.publicUrl() + "/act/" + text(link) + "." + text(sign(link));
  }

  /** What the last part of a link's address says; empty where it is none of ours or has ended. */
  Optional<Link> read(String token, Instant now) {
    String[] parts = token.split("\\.", 3);
    if (token.length() > LONGEST || parts.length != 2) {
      return Optional.empty();
    }
    try {
      byte[] link = Base64.getUrlDecoder().decode(parts[0]);
      byte[] signature = Base64.getUrlDecoder().decode(parts[1]);
      return MessageDigest.isEqual(sign(link), signature)
          ? Optional.of(Json.mapper().readValue(link, Link.class))
              .filter(l -> now.isBefore(l.until()))
          : Optional.empty();
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  private byte[] sign(byte[] link) {
    byte[] key = config.key().reveal().getBytes(StandardCharsets.UTF_8);
    return Signature.hmac(key, PURPOSE, link);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
