package org.wirewatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wirewatch.config.Sources;
import org.wirewatch.poll.ItemIntake;
import org.wirewatch.serve.Answer;
import org.wirewatch.serve.Endpoint;
import org.wirewatch.serve.Endpoints;
import org.wirewatch.serve.Request;

/** What the desk of a system answers: here the parts that serve something meet HTTP. */
final class DeskRoutes {
  private static final int MAX_ITEMS_BYTES = 16 << 20;
  private static final Duration LATER = Duration.ofSeconds(10);

  private final List<Endpoint> endpoints = new ArrayList<>();

  /**
   * The routes that every desk has.
   *
   * @param health see {@link Endpoints#health}
   */
  DeskRoutes(Supplier<Map<String, String>> health) {
    endpoints.add(Endpoints.health(health));
    endpoints.add(Endpoints.sample(Sources.starter("sample.xml")));
  }

  List<Endpoint> all() {
    return List.copyOf(endpoints);
  }

  /** {@code GET /metrics}. */
  DeskRoutes metrics(Meters meters) {
    endpoints.add(Endpoints.metrics(meters::text));
    return this;
  }

  /** {@code POST /api/v1/items}. */
  DeskRoutes items(ItemIntake intake) {
    endpoints.add(
        Endpoint.post("/api/v1/items", request -> items(intake, request)).upTo(MAX_ITEMS_BYTES));
    return this;
  }

  private static Answer items(ItemIntake intake, Request request) {
    return switch (intake.take(request.body())) {
      case ItemIntake.Outcome.Judged judged -> Answer.json(status(judged), judged);
      case ItemIntake.Outcome.Unavailable unavailable ->
          Answer.problem(
                  503,
                  "Kafka does not take items now ("
                      + unavailable.reason()
                      + "); send all of them again later, what was taken already is known by its id")
              .retryAfter(LATER);
    };
  }

  /** 200 where all were taken, 207 where some were, 400 where none was. */
  private static int status(ItemIntake.Outcome.Judged judged) {
    if (judged.failed().isEmpty()) {
      return 200;
    }
    return judged.taken().isEmpty() ? 400 : 207;
  }
}
