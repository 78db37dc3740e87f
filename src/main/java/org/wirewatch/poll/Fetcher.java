package org.wirewatch.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.poll.FetchResult.Body;
import org.wirewatch.poll.FetchResult.Failed;
import org.wirewatch.poll.FetchResult.NotModified;
import org.wirewatch.poll.FetchResult.Reason;

/**
 * Fetches one address politely and safely: at most so many requests to a host, redirects followed
 * and checked one by one, every wait and every size bounded. Thread-safe; a fetch blocks its
 * caller, which should be a virtual thread where there are many.
 *
 * <p>Whatever the other side does comes back as a value; nothing is thrown but {@link
 * InterruptedException} where the caller is told to stop.
 */
public final class Fetcher implements AutoCloseable {
  private static final int MAX_REDIRECTS = 8;
  private static final long MAX_REPLY_BYTES = 64 * 1024;
  private static final String ACCEPT =
      "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
          + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7,"
          + " */*;q=0.5";

  private final PollConfig config;
  private final InstantSource clock;
  private final AddressGuard guard;
  private final HostGate gate;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;
  private final String userAgent;

  public Fetcher(PollConfig config, InstantSource clock) {
    this(config, clock, new AddressGuard(config.allowPrivateAddresses(), config.trustedUrls()));
  }

  Fetcher(PollConfig config, InstantSource clock, AddressGuard guard) {
    this.config = config;
    this.clock = clock;
    PollConfig.Manners manners = config.manners();
    this.guard = guard;
    this.gate = new HostGate(manners.concurrency(), manners.perHost(), manners.hostSpacing());
    this.client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(manners.connect())
            .executor(threads)
            .build();
    this.userAgent = userAgent(config.userAgentContact());
  }

  /** What every request says of itself. */
  static String userAgent(@Nullable String contact) {
    String about =
        contact == null || contact.isBlank() ? "news feed reader" : "+" + contact.strip();
    return "Wirewatch/0.1 (" + about + ")";
  }

  /** The address's body, whatever was fetched before. */
  public FetchResult fetch(String url) throws InterruptedException {
    return fetch(url, Validators.NONE);
  }

  /** The address's body, or {@link NotModified} where the validators still hold. */
  public FetchResult fetch(String url, Validators validators) throws InterruptedException {
    return fetch(url, validators, config.maxBytes());
  }

  /** The same with a bound of its own, where the configured one is not lower. */
  FetchResult fetch(String url, Validators validators, long bound) throws InterruptedException {
    URI at = WebAddress.parse(url);
    if (at == null) {
      return Failed.of(
          Reason.BAD_ADDRESS, "not an http or https address: " + url + "; correct the feed's url");
    }
    long maxBytes = Math.min(bound, config.maxBytes());
    return follow(
        new Question(at, validators, null, guard.isTrusted(url), maxBytes, Duration.ZERO));
  }

  /** A page, after which its host is left alone for {@code delay}. */
  FetchResult page(URI at, long bound, Duration delay) throws InterruptedException {
    long maxBytes = Math.min(bound, config.maxBytes());
    boolean trusted = guard.isTrusted(at.toString());
    return follow(new Question(at, Validators.NONE, null, trusted, maxBytes, delay));
  }

  /** Sends a form under the same rules; null where it was taken, else why it was not. */
  @Nullable Failed submit(URI to, Map<String, String> form) throws InterruptedException {
    boolean trusted = guard.isTrusted(to.toString());
    Question question =
        new Question(to, Validators.NONE, encoded(form), trusted, MAX_REPLY_BYTES, Duration.ZERO);
    return follow(question) instanceof Failed failed ? failed : null;
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private FetchResult follow(Question first) throws InterruptedException {
    Question question = first;
    boolean permanent = true;
    String movedTo = null;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      switch (once(question)) {
        case Hop.Answer answer -> {
          return answer.result(question.at(), movedTo);
        }
        case Hop.To to -> {
          permanent &= to.permanent();
          question = question.at(to.target(), config.allowPrivateAddresses());
          movedTo = permanent ? question.at().toString() : movedTo;
        }
        case Hop.Failure failure -> {
          return failure.failed();
        }
      }
    }
    return Failed.of(
        Reason.REDIRECTS,
        "more than "
            + MAX_REDIRECTS
            + " redirects, the last to "
            + question.at()
            + "; a loop, or a wall");
  }

  private Hop once(Question question) throws InterruptedException {
    URI at = question.at();
    Failed refused = refused(question);
    if (refused != null) {
      return new Hop.Failure(refused);
    }
    try (HostGate.Turn turn = gate.enter(at.getHost() + ":" + at.getPort(), question.delay())) {
      // The name may have been rebound while we waited for our turn.
      Failed rebound = refused(question);
      return rebound == null ? exchange(question) : new Hop.Failure(rebound);
    }
  }

  private @Nullable Failed refused(Question question) {
    return question.trusted() ? null : guard.refuse(question.at());
  }

  private Hop exchange(Question question) throws InterruptedException {
    URI at = question.at();
    AtomicReference<@Nullable Opened> opened = new AtomicReference<>();
    CompletableFuture<HttpResponse<BoundedBody.Received>> answer =
        client.sendAsync(
            request(question),
            info -> {
              Opened now = open(question, info);
              opened.set(now);
              return now.body();
            });
    try {
      BoundedBody.Received received =
          answer.get(config.manners().wholeBody().toMillis(), TimeUnit.MILLISECONDS).body();
      return read(question, requireNonNull(opened.get(), "an answer has headers"), received);
    } catch (TimeoutException e) {
      return new Hop.Failure(Failures.tooSlow(config.manners().wholeBody()));
    } catch (ExecutionException e) {
      Opened brokenOff = opened.get();
      BoundedBody.Received part = brokenOff == null ? null : brokenOff.body().part();
      return brokenOff != null && part != null
          ? read(question, brokenOff, part)
          : new Hop.Failure(Failures.of(at, e.getCause() == null ? e : e.getCause()));
    } finally {
      giveUp(answer, opened.get());
    }
  }

  /** Decides about the body when the headers are there. */
  private Opened open(Question question, HttpResponse.ResponseInfo info) {
    Failed rebound = refused(question);
    long declared = info.headers().firstValueAsLong("content-length").orElse(0);
    BoundedBody body = new BoundedBody(rebound == null ? question.maxBytes() : 0, declared);
    return new Opened(info.statusCode(), info.headers(), body, rebound);
  }

  /** Ends what is still going on; nothing where the answer is complete. */
  private static void giveUp(CompletableFuture<?> answer, @Nullable Opened opened) {
    if (!answer.isDone()) {
      answer.cancel(true);
      if (opened != null) {
        opened.body().cancel();
      }
    }
  }

  private Hop read(Question question, Opened opened, BoundedBody.Received received) {
    if (opened.refused() != null) {
      return new Hop.Failure(opened.refused());
    }
    int status = opened.status();
    Map<String, List<String>> headers = opened.headers().map();
    if (question.form() != null && status / 100 == 2) {
      return new Hop.Answer(status, headers, new byte[0], false);
    }
    return switch (status) {
      case 304 -> new Hop.Answer(status, headers, new byte[0], false);
      case 301, 308 -> redirect(question.at(), opened.headers(), true);
      case 302, 303, 307 -> redirect(question.at(), opened.headers(), false);
      case 200, 203, 206, 226 -> body(opened, received, question.maxBytes());
      default ->
          new Hop.Failure(Failures.ofStatus(status, ResponseHints.of(headers, clock.instant())));
    };
  }

  private static Hop body(Opened opened, BoundedBody.Received packed, long maxBytes) {
    String coding = opened.headers().firstValue("content-encoding").orElse("");
    BoundedBody.Received received = ContentCoding.decode(packed, coding, maxBytes);
    return received.tooLarge()
        ? new Hop.Failure(Failures.tooLarge(maxBytes))
        : new Hop.Answer(
            opened.status(), opened.headers().map(), received.bytes(), received.truncated());
  }

  private static Hop redirect(URI at, HttpHeaders headers, boolean permanent) {
    String location = headers.firstValue("location").orElse("");
    URI target = location.isBlank() ? null : WebAddress.resolve(at, location);
    return target == null
        ? new Hop.Failure(
            Failed.of(
                Reason.REDIRECTS,
                at + " redirects to \"" + location + "\", which is no http or https address"))
        : new Hop.To(target, permanent);
  }

  private HttpRequest request(Question question) {
    URI at = question.at();
    Validators validators = question.validators();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            // Over plain http the client would ask for an upgrade, which old servers stumble over.
            .version("https".equals(at.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
            .timeout(config.manners().firstByte())
            .header("User-Agent", userAgent)
            .header("Accept", ACCEPT)
            .header("Accept-Encoding", ContentCoding.ACCEPTED);
    if (question.form() != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(question.form()));
    }
    if (validators.etag() != null) {
      request.header("If-None-Match", validators.etag());
    }
    if (validators.lastModified() != null) {
      request.header("If-Modified-Since", validators.lastModified());
    }
    return request.build();
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }

  /**
   * One request.
   *
   * @param form what to send; null where something is to be fetched
   * @param delay how long the host asks to be left alone afterwards
   */
  private record Question(
      URI at,
      Validators validators,
      @Nullable String form,
      boolean trusted,
      long maxBytes,
      Duration delay) {
    Question at(URI target, boolean isTrusted) {
      return new Question(target, validators, form, isTrusted, maxBytes, delay);
    }
  }

  /**
   * An answer whose headers are there.
   *
   * @param refused why the body is not wanted although it was asked for; null where it is
   */
  private record Opened(
      int status, HttpHeaders headers, BoundedBody body, @Nullable Failed refused) {}

  /** What one request came to. */
  private sealed interface Hop {
    @SuppressWarnings("ArrayRecordComponent") // megabytes, handed on once and never compared
    record Answer(int status, Map<String, List<String>> headers, byte[] bytes, boolean truncated)
        implements Hop {
      FetchResult result(URI at, @Nullable String movedTo) {
        return status == 304
            ? new NotModified(headers)
            : new Body(at.toString(), movedTo, status, headers, bytes, truncated);
      }
    }

    record To(URI target, boolean permanent) implements Hop {}

    record Failure(Failed failed) implements Hop {}
  }
}
