package org.wirewatch.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller asks. Immutable but for the bytes, which are the handler's.
 *
 * @param path as asked for, decoded
 * @param inPath the values of the {@code {names}} in the endpoint's path
 * @param query the parameters after the question mark, in their order
 * @param headers names in lower case
 * @param body as sent; empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, handed on once and never compared
public record Request(
    String path,
    Map<String, String> inPath,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body) {

  public Request {
    inPath = Map.copyOf(inPath);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
