package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as the Standard Webhooks specification says: HMAC-SHA256 over {@code
 * id.timestamp.body}, so that neither the body nor the time of a recorded request can be changed. A
 * secret that begins with {@code whsec_} is Base64 after that, any other is taken as it is. Pure.
 */
final class Signature {
  private static final String PREFIX = "whsec_";

  private Signature() {}

  /** The three headers of a signed request. */
  static Map<String, String> headers(Secret secret, String id, Instant at, byte[] body) {
    String timestamp = String.valueOf(at.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", timestamp);
    headers.put("webhook-signature", "v1," + hmac(secret, id + "." + timestamp + ".", body));
    return headers;
  }

  private static String hmac(Secret secret, String head, byte[] body) {
    return Base64.getEncoder().encodeToString(hmac(key(secret.reveal()), head, body));
  }

  /** HMAC-SHA256 over both, one after the other. */
  static byte[] hmac(byte[] key, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] key(String secret) {
    return secret.startsWith(PREFIX)
        ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }
}
