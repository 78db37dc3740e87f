package org.wirewatch.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a push comes from the hub that knows the secret: {@code X-Hub-Signature: method=hex}
 * (WebSub 7.1). Pure.
 */
final class HubSignature {
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private HubSignature() {}

  /**
   * Whether {@code header} is the body's signature, compared in constant time.
   *
   * @param header as sent; a method that is not known makes it wrong
   */
  static boolean isRight(String header, byte[] body, String secret) {
    int equals = header.indexOf('=');
    if (equals < 0) {
      return false;
    }
    String algorithm = METHODS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
    if (algorithm == null) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      byte[] given = HexFormat.of().parseHex(header.substring(equals + 1).strip());
      return MessageDigest.isEqual(mac.doFinal(body), given);
    } catch (IllegalArgumentException noHex) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + algorithm, e);
    }
  }
}
