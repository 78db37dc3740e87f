package org.wirewatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.wirewatch.config.WrittenFiles;
import org.wirewatch.model.Alert;
import org.wirewatch.notify.DeskActions;
import org.wirewatch.notify.Replies;
import org.wirewatch.poll.HubCallbacks;
import org.wirewatch.poll.ItemIntake;
import org.wirewatch.search.FoundAlerts;
import org.wirewatch.search.SearchQuery;
import org.wirewatch.search.SearchUnavailable;
import org.wirewatch.search.SearchView;
import org.wirewatch.serve.Answer;
import org.wirewatch.serve.DeskPages;
import org.wirewatch.serve.Endpoint;
import org.wirewatch.serve.Endpoints;
import org.wirewatch.serve.People;
import org.wirewatch.serve.Request;

/** What the desk of a system answers: here the parts that serve something meet HTTP. */
final class DeskRoutes {
  private static final int MAX_FORM_BYTES = 4 << 10;
  private static final int MAX_ITEMS_BYTES = 16 << 20;
  private static final long MAX_PUSH_BYTES = 8 << 20;

  /** What the path of every hub's callback begins with. */
  static final String HUBS = "/websub/";

  private static final Duration LATER = Duration.ofSeconds(10);

  private final List<Endpoint> endpoints = new ArrayList<>();

  /**
   * The routes that every desk has.
   *
   * @param health see {@link Endpoints#health}
   */
  DeskRoutes(Supplier<Map<String, String>> health) {
    endpoints.add(Endpoints.health(health));
    endpoints.add(Endpoints.sample(WrittenFiles.starter("sample.xml")));
  }

  List<Endpoint> all() {
    return List.copyOf(endpoints);
  }

  /** {@code GET /metrics}. */
  DeskRoutes metrics(Meters meters) {
    endpoints.add(Endpoints.metrics(meters::text));
    return this;
  }

  /**
   * Where WebSub hubs ask back and push to: {@code /websub/TOKEN}.
   *
   * @param callbacks empty until this process polls
   */
  DeskRoutes hubs(Supplier<Optional<HubCallbacks>> callbacks, long maxBytes) {
    int bound = (int) Math.min(maxBytes, MAX_PUSH_BYTES);
    endpoints.add(
        Endpoint.get(HUBS + "{token}", r -> hub(callbacks, c -> c.confirm(token(r), r.query()))));
    endpoints.add(
        Endpoint.post(
                HUBS + "{token}",
                r -> hub(callbacks, c -> c.deliver(token(r), r.headers(), r.body())))
            .signed()
            .upTo(bound));
    return this;
  }

  private static String token(Request request) {
    return request.inPath().getOrDefault("token", "");
  }

  /** Asks the callbacks; waits where a push is to be kept. */
  private interface HubCall {
    HubCallbacks.Reply of(HubCallbacks callbacks) throws InterruptedException;
  }

  private static Answer hub(Supplier<Optional<HubCallbacks>> callbacks, HubCall call)
      throws InterruptedException {
    Optional<HubCallbacks> here = callbacks.get();
    HubCallbacks.Reply reply =
        here.isEmpty() ? new HubCallbacks.Reply.NotNow() : call.of(here.get());
    return switch (reply) {
      case HubCallbacks.Reply.Confirmed(String challenge) -> Answer.text(200, challenge);
      case HubCallbacks.Reply.Received() -> Answer.empty(202);
      case HubCallbacks.Reply.NotAsked() -> Answer.problem(404, "nobody here asked for that");
      case HubCallbacks.Reply.Unwanted() -> Answer.problem(410, "nobody here wants that any more");
      case HubCallbacks.Reply.NotNow() ->
          Answer.problem(503, "it cannot be kept now; send it again later").retryAfter(LATER);
    };
  }

  /** {@code POST /api/v1/items}. */
  DeskRoutes items(ItemIntake intake) {
    endpoints.add(
        Endpoint.post("/api/v1/items", request -> items(intake, request)).upTo(MAX_ITEMS_BYTES));
    return this;
  }

  /**
   * {@code GET /api/v1/search}, {@code /api/v1/alerts/ID}, and the pages that show what is found.
   */
  DeskRoutes search(SearchView view, DeskPages pages, DeskActions actions) {
    endpoints.add(Endpoint.get("/api/v1/search", request -> search(view, request)));
    endpoints.add(
        Endpoint.get(
            "/api/v1/alerts/{id}",
            request ->
                alert(
                    view,
                    request,
                    a -> DeskPages.record(a, request.parameter("format").orElse("json")))));
    endpoints.add(
        Endpoint.get("/alerts/{id}", r -> alert(view, r, a -> pages.alert(a, people(actions, a)))));
    endpoints.add(
        Endpoint.post("/alerts/{id}/actions", r -> alert(view, r, a -> act(actions, a, r.body())))
            .upTo(MAX_FORM_BYTES));
    endpoints.add(Endpoint.get("/", r -> pages.desk(listing(view, r), r.query())));
    endpoints.add(
        Endpoint.get("/alerts", r -> pages.rows(listing(view, r), r.header("If-None-Match"))));
    endpoints.addAll(pages.assets());
    return this;
  }

  private static DeskPages.Listing listing(SearchView view, Request request) {
    try {
      FoundAlerts found = view.alerts(SearchQuery.of(request.query(), Instant.now()));
      return DeskPages.Listing.of(found.total(), found.complete(), found.alerts());
    } catch (IllegalArgumentException e) {
      return DeskPages.Listing.fault(400, String.valueOf(e.getMessage()));
    } catch (SearchUnavailable e) {
      return DeskPages.Listing.fault(503, String.valueOf(e.getMessage()));
    }
  }

  private static Answer alert(SearchView view, Request request, Function<Alert, Answer> shown) {
    try {
      return view.alert(request.inPath().getOrDefault("id", ""))
          .map(shown)
          .orElse(Answer.problem(404, "no alert has that id, or it is older than what is kept"));
    } catch (SearchUnavailable e) {
      return Answer.problem(503, String.valueOf(e.getMessage())).retryAfter(LATER);
    }
  }

  /** The page is worth showing also where Kafka does not answer. */
  private static People people(DeskActions actions, Alert alert) {
    try {
      DeskActions.Standing standing = actions.of(alert);
      return new People(
          standing.done(),
          standing.left().stream().map(c -> new People.Choice(c.verb(), c.label())).toList());
    } catch (KafkaException e) {
      return People.NOBODY;
    }
  }

  private static Answer act(DeskActions actions, Alert alert, byte[] form) {
    return switch (actions.act(alert, form)) {
      case DONE -> Answer.empty(303).with("Location", "/alerts/" + alert.id());
      case UNKNOWN -> Answer.problem(400, "'verb' takes acknowledge, snooze, silence, false-alarm");
      case UNAVAILABLE ->
          Answer.problem(503, "Kafka does not take it now; nothing was done, try again later")
              .retryAfter(LATER);
    };
  }

  private static Answer search(SearchView view, Request request) {
    try {
      return Answer.json(200, view.search(SearchQuery.of(request.query(), Instant.now())));
    } catch (IllegalArgumentException e) {
      return Answer.problem(400, String.valueOf(e.getMessage()));
    } catch (SearchUnavailable e) {
      return Answer.problem(503, String.valueOf(e.getMessage())).retryAfter(LATER);
    }
  }

  /**
   * What people do from their messages: {@code POST /slack/actions}, and {@code /act/…} in mails.
   */
  DeskRoutes replies(Replies replies) {
    endpoints.add(
        Endpoint.post(
                "/slack/actions",
                request ->
                    answer(
                        replies.slack(
                            request.header("X-Slack-Request-Timestamp").orElse(""),
                            request.header("X-Slack-Signature").orElse(""),
                            request.body())))
            .signed());
    endpoints.add(Endpoint.get("/act/{link}", request -> answer(replies.ask(link(request)))));
    endpoints.add(
        Endpoint.post("/act/{link}", request -> answer(replies.act(link(request), request.body())))
            .signed()
            .upTo(MAX_FORM_BYTES));
    return this;
  }

  private static String link(Request request) {
    return request.inPath().getOrDefault("link", "");
  }

  /** The address is as good as a password for what it does, so it must not travel on. */
  private static Answer answer(Replies.Reply reply) {
    return Answer.text(reply.status(), reply.type(), reply.text())
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer")
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                + " frame-ancestors 'none'");
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
