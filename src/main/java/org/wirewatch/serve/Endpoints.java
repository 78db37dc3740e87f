package org.wirewatch.serve;

import java.util.Map;
import java.util.function.Supplier;

/** The endpoints that are the desk's own. */
public final class Endpoints {
  /** Where the bundled sample feed is, under {@link Desk#address}. */
  public static final String SAMPLE_FEED = "/sample/feed.xml";

  private Endpoints() {}

  /**
   * {@code GET /health}: 200 where every part is well, else 503.
   *
   * @param parts asked at each request: the part and how it is; a part that is well says {@code ok}
   */
  public static Endpoint health(Supplier<Map<String, String>> parts) {
    return Endpoint.get(
        "/health",
        _ -> {
          Map<String, String> now = parts.get();
          boolean well = now.values().stream().allMatch("ok"::equals);
          return Answer.json(well ? 200 : 503, now);
        });
  }

  /**
   * {@code GET /metrics}, for Prometheus.
   *
   * @param text asked at each request: every meter in Prometheus's text format
   */
  public static Endpoint metrics(Supplier<String> text) {
    return Endpoint.get("/metrics", _ -> Answer.text(200, "text/plain; version=0.0.4", text.get()));
  }

  /** The bundled sample feed, an RSS document. */
  public static Endpoint sample(String feed) {
    return Endpoint.get(SAMPLE_FEED, _ -> Answer.text(200, "application/rss+xml", feed));
  }
}
