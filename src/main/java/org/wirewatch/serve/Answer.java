package org.wirewatch.serve;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wirewatch.json.Json;

/**
 * What a caller is told. Immutable.
 *
 * @param status of HTTP
 * @param type of the body, with its character set where it is text
 * @param headers besides the usual ones
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
  private static final String UTF_8 = "; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** The value as JSON. */
  public static Answer json(int status, Object value) {
    return new Answer(status, "application/json", Json.mapper().writeValueAsBytes(value), Map.of());
  }

  public static Answer text(int status, String text) {
    return text(status, "text/plain", text);
  }

  /**
   * A text of some kind.
   *
   * @param type without a character set
   */
  public static Answer text(int status, String type, String text) {
    return new Answer(status, type + UTF_8, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** A status alone. */
  public static Answer empty(int status) {
    return new Answer(status, "text/plain" + UTF_8, new byte[0], Map.of());
  }

  /**
   * A refusal that programs can read (RFC 9457).
   *
   * @param detail what is wrong and what to do, for a person
   */
  public static Answer problem(int status, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("status", status);
    problem.put("detail", detail);
    return new Answer(
        status, "application/problem+json", Json.mapper().writeValueAsBytes(problem), Map.of());
  }

  /** The same with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, more);
  }

  /** The same, asking to come back after that long. */
  public Answer retryAfter(Duration wait) {
    return with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }
}
