package org.wirewatch.notify;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP as the senders need it: one POST with a time limit, no redirects, the answer as a value.
 * Thread-safe.
 */
final class Web implements AutoCloseable {
  private static final Pattern RETRY_AFTER =
      Pattern.compile("\"retry_after\"\\s*:\\s*([0-9]{1,6})");

  /** More than any service here has to say. */
  private static final int MOST_ANSWER_BYTES = 1 << 20;

  private final HttpClient client;
  private final Duration timeout;
  private final InstantSource clock;

  Web(Duration timeout, InstantSource clock) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout.dividedBy(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    this.timeout = timeout;
    this.clock = clock;
  }

  /** What came back. */
  sealed interface Answer {
    /** A response of whatever status. */
    record Response(int status, String body, Duration retryAfter) implements Answer {
      boolean isOk() {
        return status >= 200 && status < 300;
      }
    }

    /** None came. */
    record Silence(Outcome.Retry why) implements Answer {}
  }

  Answer post(URI uri, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
            .header("User-Agent", "Wirewatch")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return exchange(request.build());
  }

  /** Opens a WebSocket. */
  CompletableFuture<WebSocket> socket(URI uri, WebSocket.Listener listener) {
    return client.newWebSocketBuilder().connectTimeout(timeout).buildAsync(uri, listener);
  }

  private Answer exchange(HttpRequest request) {
    URI uri = request.uri();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            request,
            BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> keep(bytes, body))));
    try {
      HttpResponse<Void> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      String text = body.toString(StandardCharsets.UTF_8);
      return new Answer.Response(response.statusCode(), text, retryAfter(response, text));
    } catch (ExecutionException e) {
      return failure(uri, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) { // the client's own limit ends where the body begins
      answer.cancel(true);
      return failure(uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      return silence(Outcome.Reason.UNREACHABLE, uri, "was interrupted");
    }
  }

  /** The rest of an endless answer is read and dropped until its time is up. */
  private static void keep(byte[] bytes, ByteArrayOutputStream body) {
    body.write(bytes, 0, Math.min(bytes.length, MOST_ANSWER_BYTES - body.size()));
  }

  private Answer failure(URI uri, Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _, TimeoutException _ ->
          silence(Outcome.Reason.TIMEOUT, uri, "gave no answer in " + timeout.toSeconds() + " s");
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          silence(Outcome.Reason.UNREACHABLE, uri, "has no address: there is no such host");
      case ConnectException _ -> silence(Outcome.Reason.UNREACHABLE, uri, "cannot be reached");
      default ->
          silence(
              Outcome.Reason.UNREACHABLE, uri, "broke off: " + cause.getClass().getSimpleName());
    };
  }

  /** Whether somebody answers there, whatever they say. */
  Outcome reach(URI uri) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    Answer answer = exchange(request);
    return switch (answer) {
      case Answer.Silence silence -> silence.why();
      case Answer.Response response -> Outcome.Sent.of("answers with HTTP " + response.status());
    };
  }

  /** Names host and port alone: the rest of an address may be a secret. */
  private static Answer silence(Outcome.Reason reason, URI uri, String what) {
    String where = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    return new Answer.Silence(Outcome.Retry.of(reason, where + " " + what));
  }

  /** What a status means where the other side's own words say no more. */
  static Outcome judge(Answer answer, Secret... secrets) {
    return switch (answer) {
      case Answer.Silence silence -> silence.why();
      case Answer.Response response -> {
        String detail = "HTTP " + response.status() + said(response.body(), secrets);
        yield switch (response.status() / 100) {
          case 2 -> Outcome.Sent.of("HTTP " + response.status());
          case 3 ->
              new Outcome.Refused(
                  Outcome.Reason.REDIRECTED, detail + "; give the address it moved to");
          case 5 -> new Outcome.Retry(Outcome.Reason.SERVER_ERROR, detail, response.retryAfter());
          default -> refusal(response, detail);
        };
      }
    };
  }

  private static Outcome refusal(Answer.Response response, String detail) {
    return switch (response.status()) {
      case 429 -> new Outcome.Retry(Outcome.Reason.RATE_LIMITED, detail, response.retryAfter());
      case 408, 425 -> new Outcome.Retry(Outcome.Reason.TIMEOUT, detail, response.retryAfter());
      case 401, 403 -> new Outcome.Refused(Outcome.Reason.UNAUTHORIZED, detail);
      case 404, 410 -> new Outcome.Refused(Outcome.Reason.UNKNOWN_RECIPIENT, detail);
      default -> new Outcome.Refused(Outcome.Reason.REFUSED, detail);
    };
  }

  static String said(String body, Secret... secrets) {
    String line = Clean.cut(Clean.line(body), 200);
    for (Secret secret : secrets) {
      line = secret.redact(line);
    }
    return line.isEmpty() ? "" : ": " + line;
  }

  /**
   * RFC 9110 10.2.3: seconds or a date; some say it in their JSON instead. Zero where there is none
   * or it cannot be read.
   */
  private Duration retryAfter(HttpResponse<?> response, String body) {
    String value = response.headers().firstValue("Retry-After").orElse("").strip();
    if (value.isEmpty()) {
      Matcher told = RETRY_AFTER.matcher(body);
      return told.find() ? Duration.ofSeconds(Long.parseLong(told.group(1))) : Duration.ZERO;
    }
    try {
      if (value.chars().allMatch(Character::isDigit)) {
        return Duration.ofSeconds(Long.parseLong(value));
      }
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), at);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException | NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
