package org.wirewatch.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.serve.Endpoint.Method;

/** Lets one endpoint speak HTTP: gate, body within its bounds, handler, answer. Thread-safe. */
final class Exchange implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int PART = 8192;
  private static final int INTERNAL_ERROR = 500;

  private final Endpoint endpoint;
  private final Gate gate;
  private final Room room;
  private final MeterRegistry meters;

  Exchange(Endpoint endpoint, Gate gate, Room room, MeterRegistry meters) {
    this.endpoint = endpoint;
    this.gate = gate;
    this.room = room;
    this.meters = meters;
  }

  @Override
  public void handle(Context context) throws Exception {
    Timer.Sample sample = Timer.start(meters);
    int status = INTERNAL_ERROR;
    try {
      answer(context);
      status = context.statusCode();
    } finally {
      sample.stop(
          meters.timer(
              "wirewatch.serve.requests",
              "method",
              endpoint.method().name(),
              "path",
              endpoint.path(),
              "status",
              Integer.toString(status)));
    }
  }

  private void answer(Context context) throws Exception {
    Gate.Caller caller =
        new Gate.Caller(
            context.header("Authorization"), context.header("Origin"), context.header("Host"));
    Optional<Answer> refusal = gate.refuses(endpoint.access(), caller);
    if (refusal.isPresent()) {
      send(context, refusal.get());
      return;
    }
    try (Room.Share share = room.share()) {
      Body body = endpoint.method() == Method.GET ? Body.NONE : body(context, share);
      send(
          context,
          switch (body) {
            case Body.Whole whole -> endpoint.handler().answer(request(context, whole.bytes()));
            case Body.Refused refused -> refused.answer();
          });
    }
  }

  /** What became of a body. */
  private sealed interface Body {
    Body NONE = new Whole(new byte[0]);

    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    record Whole(byte[] bytes) implements Body {}

    record Refused(Answer answer) implements Body {}
  }

  private Body body(Context context, Room.Share share) {
    try {
      return read(context, share);
    } catch (IOException | HttpException.RuntimeException e) {
      return new Body.Refused(
          Answer.problem(400, "the body did not arrive as a whole; send it again"));
    }
  }

  /**
   * The body; what is beyond its bounds is never read.
   *
   * @throws IOException if it breaks off, or takes longer than anybody honest needs
   */
  private Body read(Context context, Room.Share share) throws IOException {
    if (context.req().getContentLengthLong() > endpoint.maxBytes()) {
      return tooLarge();
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    InputStream in = context.req().getInputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[PART];
    for (int n = in.read(part); n >= 0; n = in.read(part)) {
      if (body.size() + n > endpoint.maxBytes()) {
        return tooLarge();
      }
      if (!share.take(n)) {
        return new Body.Refused(
            Answer.problem(503, "too much is being sent at once; send it again later")
                .retryAfter(SOON));
      }
      body.write(part, 0, n);
      if (System.nanoTime() - deadline > 0) {
        throw new HttpTimeoutException("the body drips in");
      }
    }
    return new Body.Whole(body.toByteArray());
  }

  private Body tooLarge() {
    return new Body.Refused(
        Answer.problem(
            413, "a body holds " + endpoint.maxBytes() + " bytes at most; send it in parts"));
  }

  private static Request request(Context context, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(context.req().getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), Collections.list(context.req().getHeaders(name)));
    }
    return new Request(
        context.path(), context.pathParamMap(), context.queryParamMap(), headers, body);
  }

  private static void send(Context context, Answer answer) {
    context.status(answer.status()).contentType(answer.type());
    context.header("X-Content-Type-Options", "nosniff");
    answer.headers().forEach(context::header);
    context.result(answer.body());
  }

  /** What is answered where no endpoint does. */
  static void faults(RoutesConfig routes) {
    routes.exception(
        HttpResponseException.class,
        (e, context) -> send(context, Answer.problem(e.getStatus(), meaning(e, context))));
    routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.atError()
              .addKeyValue("path", context.path())
              .setCause(e)
              .log("a request could not be answered");
          send(
              context,
              Answer.problem(500, "this is a fault of Wirewatch's own; its log says more"));
        });
  }

  private static String meaning(HttpResponseException e, Context context) {
    return switch (e.getStatus()) {
      case 404 -> "there is nothing at " + context.path();
      case 405 -> context.path() + " does not take " + context.method();
      default -> String.valueOf(e.getMessage());
    };
  }
}
