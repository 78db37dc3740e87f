package org.wirewatch.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.poll.FeedServer.Answer;
import org.wirewatch.poll.FetchResult.Body;
import org.wirewatch.poll.FetchResult.Failed;
import org.wirewatch.poll.FetchResult.NotModified;
import org.wirewatch.poll.FetchResult.Reason;

@Timeout(30)
class FetcherTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
  private static final PollConfig PATIENT = config(Duration.ofSeconds(5));
  private static final PollConfig IMPATIENT = config(Duration.ofMillis(500));

  private final FeedServer server = new FeedServer();
  private final Fetcher fetcher = new Fetcher(PATIENT, CLOCK);

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  @Test
  void anAnswerIsItsBytesHeadersAndAddress() throws InterruptedException {
    server.answer("/feed", Answer.ok("<rss/>").with("ETag", "\"7\""));

    Body body = (Body) fetcher.fetch(server.url("/feed"));

    assertThat(body.bytes()).asString().isEqualTo("<rss/>");
    assertThat(body.headers().get("etag")).containsExactly("\"7\"");
    assertThat(body.finalUrl()).isEqualTo(server.url("/feed"));
    assertThat(body.movedTo()).isNull();
  }

  @Test
  void validatorsAreSentAndNotModifiedComesBack() throws InterruptedException {
    server.answer(
        "/feed",
        request ->
            "\"7\"".equals(request.headers().get("if-none-match"))
                    && "Sun, 22 Nov 2026 09:00:00 GMT"
                        .equals(request.headers().get("if-modified-since"))
                ? Answer.status(304)
                : Answer.ok("<rss/>"));

    FetchResult result =
        fetcher.fetch(
            server.url("/feed"), new Validators("\"7\"", "Sun, 22 Nov 2026 09:00:00 GMT", null));

    assertThat(result).isInstanceOf(NotModified.class);
  }

  @Test
  void everyRequestSaysWhoAsks() throws InterruptedException {
    server.answer("/feed", Answer.ok("<rss/>"));

    fetcher.fetch(server.url("/feed"));

    assertThat(server.requests("/feed").getFirst().headers().get("user-agent"))
        .startsWith("Wirewatch/");
    assertThat(Fetcher.userAgent("ops@example.org")).isEqualTo("Wirewatch/0.1 (+ops@example.org)");
  }

  @Test
  void permanentRedirectsMoveAndTemporaryOnesDoNot() throws InterruptedException {
    server.answer("/old", Answer.status(301).with("Location", "/new"));
    server.answer("/new", Answer.status(302).with("Location", "/today"));
    server.answer("/today", Answer.ok("<rss/>"));

    Body body = (Body) fetcher.fetch(server.url("/old"));

    assertThat(body.movedTo()).isEqualTo(server.url("/new"));
    assertThat(body.finalUrl()).isEqualTo(server.url("/today"));
  }

  @Test
  void aRedirectWithBlanksAndAccentsIsFollowed() throws InterruptedException {
    server.answer("/old", Answer.status(302).with("Location", "/the feed.xml"));
    server.answer("/the feed.xml", Answer.ok("<rss/>"));

    assertThat(fetcher.fetch(server.url("/old"))).isInstanceOf(Body.class);
  }

  @Test
  void compressedBodiesAreUnpackedWhateverTheHeaderSays() throws Exception {
    byte[] packed = gzip("<rss/>".getBytes(StandardCharsets.UTF_8));
    server.answer("/said", new Answer(200, java.util.Map.of("Content-Encoding", "gzip"), packed));
    server.answer("/unsaid", new Answer(200, java.util.Map.of(), packed));
    server.answer("/untrue", Answer.ok("<rss/>").with("Content-Encoding", "gzip"));

    for (String path : new String[] {"/said", "/unsaid", "/untrue"}) {
      Body body = (Body) fetcher.fetch(server.url(path));
      assertThat(body.bytes()).as(path).asString().isEqualTo("<rss/>");
    }
  }

  @Test
  void bodiesInBrotliAreUnpacked() throws Exception {
    server.answer(
        "/feed",
        new Answer(
            200,
            java.util.Map.of("Content-Encoding", "br"),
            brotli("<rss/>".getBytes(StandardCharsets.UTF_8))));

    Body body = (Body) fetcher.fetch(server.url("/feed"));

    assertThat(body.bytes()).asString().isEqualTo("<rss/>");
    assertThat(server.requests("/feed").getFirst().headers().get("accept-encoding"))
        .contains("br", "gzip");
  }

  /** One uncompressed meta-block and the empty last one (RFC 7932, 9.2). */
  private static byte[] brotli(byte[] text) {
    int header = 1 << 20 | (text.length - 1) << 4;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(header);
    packed.write(header >> 8);
    packed.write(header >> 16);
    packed.writeBytes(text);
    packed.write(3);
    return packed.toByteArray();
  }

  static Stream<Arguments> hostility() {
    String head = "HTTP/1.1 200 OK\r\n";
    return Stream.of(
        argumentSet(
            "slow drip",
            HostileServer.repeats(head + "Content-Length: 9999\r\n\r\n", "x", 20),
            Reason.TIMEOUT),
        argumentSet(
            "slow headers", HostileServer.repeats(head, "X-More: x\r\n", 20), Reason.TIMEOUT),
        argumentSet(
            "endless body",
            HostileServer.repeats(head + "\r\n", "x".repeat(8000), 0),
            Reason.TOO_LARGE),
        argumentSet("never answers", HostileServer.keepsSilent(), Reason.TIMEOUT),
        argumentSet("closes at once", HostileServer.says(""), Reason.BROKEN_OFF),
        argumentSet(
            "resets at once", (HostileServer.Behaviour) FetcherTest::reset, Reason.BROKEN_OFF),
        argumentSet("no http", HostileServer.says("SSH-2.0-OpenSSH\r\n"), Reason.BROKEN_OFF),
        argumentSet(
            "redirect to the metadata service's scheme",
            HostileServer.says(
                "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"),
            Reason.REDIRECTS));
  }

  @ParameterizedTest
  @MethodSource("hostility")
  void hostility_endsInAReason(HostileServer.Behaviour behaviour, Reason reason) throws Exception {
    PollConfig config = reason == Reason.TIMEOUT ? IMPATIENT : PATIENT;
    try (HostileServer hostile = new HostileServer(behaviour);
        Fetcher guarded = new Fetcher(config, CLOCK)) {
      FetchResult result = guarded.fetch(hostile.url());

      assertThat(result)
          .isInstanceOfSatisfying(
              Failed.class,
              f -> {
                assertThat(f.reason()).as(f.message()).isEqualTo(reason);
                assertThat(f.message()).isNotBlank().doesNotContain("\n");
              });
    }
  }

  @Test
  void aBodyThatBreaksOffIsKeptAndMarked() throws Exception {
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss><channel><item>";
    try (HostileServer hostile = new HostileServer(HostileServer.saysAndLeaves(half))) {
      Body body = (Body) fetcher.fetch(hostile.url());

      assertThat(body.truncated()).isTrue();
      assertThat(body.bytes()).asString().isEqualTo("<rss><channel><item>");
    }
  }

  @Test
  void aBodyThatIsResetInTheMiddle_isKeptOrAFailure() throws Exception {
    HostileServer.Behaviour reset =
        (socket, out) -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss>".getBytes(UTF_8));
          out.flush();
          reset(socket, out);
        };
    try (HostileServer hostile = new HostileServer(reset)) {
      switch (fetcher.fetch(hostile.url())) {
        case Body body -> assertThat(body.truncated()).isTrue();
        case Failed failed -> assertThat(failed.reason()).isEqualTo(Reason.BROKEN_OFF);
        case NotModified _ -> fail("nobody said so");
      }
    }
  }

  @Test
  void aBodyLongerThanItSays_endsWhereItSays() throws Exception {
    String more = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/><!-- and more -->";
    try (HostileServer hostile = new HostileServer(HostileServer.saysAndLeaves(more))) {
      Body body = (Body) fetcher.fetch(hostile.url());

      assertThat(body.bytes()).asString().isEqualTo("<rss/>");
    }
  }

  @Test
  void aGzipBombIsTooLarge() throws Exception {
    byte[] bomb = gzip(new byte[50_000_000]);
    server.answer("/bomb", new Answer(200, java.util.Map.of("Content-Encoding", "gzip"), bomb));

    Failed failed = (Failed) fetcher.fetch(server.url("/bomb"));

    assertThat(failed.reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aRedirectLoopEnds() throws InterruptedException {
    server.answer("/a", Answer.status(302).with("Location", "/b"));
    server.answer("/b", Answer.status(302).with("Location", "/a"));

    Failed failed = (Failed) fetcher.fetch(server.url("/a"));

    assertThat(failed.reason()).isEqualTo(Reason.REDIRECTS);
    assertThat(server.requests("/a").size() + server.requests("/b").size()).isLessThan(12);
  }

  @Test
  void tooManyRequestsSaysWhenToComeBack() throws InterruptedException {
    server.answer("/busy", Answer.status(429).with("Retry-After", "120"));

    Failed failed = (Failed) fetcher.fetch(server.url("/busy"));

    assertThat(failed.reason()).isEqualTo(Reason.BUSY);
    assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void nobodyListening_saysSo() throws IOException, InterruptedException {
    HostileServer gone = new HostileServer(HostileServer.says(""));
    gone.close();

    assertThat(((Failed) fetcher.fetch(gone.url())).reason()).isEqualTo(Reason.CONNECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "feed.xml", "ftp://news.example/", "file:///etc/passwd", "http://"})
  void whatIsNoWebAddress_isRefused(String url) throws InterruptedException {
    assertThat(((Failed) fetcher.fetch(url)).reason()).isEqualTo(Reason.BAD_ADDRESS);
  }

  @Test
  void privateAddressesAreRefusedUnlessTrusted() throws InterruptedException {
    server.answer("/feed", Answer.ok("<rss/>"));
    server.answer("/other", Answer.ok("<rss/>"));
    PollConfig careful =
        PATIENT.withAllowPrivateAddresses(false).withTrustedUrls(Set.of(server.url("/feed")));
    try (Fetcher guarded = new Fetcher(careful, CLOCK)) {
      assertThat(guarded.fetch(server.url("/feed"))).isInstanceOf(Body.class);

      Failed failed = (Failed) guarded.fetch(server.url("/other"));

      assertThat(failed.reason()).isEqualTo(Reason.PRIVATE_ADDRESS);
      assertThat(server.requests("/other")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://localhost/",
        "/other"
      })
  void aTrustedFeedThatRedirectsToAPrivateAddress_isRefused(String target)
      throws InterruptedException {
    server.answer("/feed", Answer.status(302).with("Location", target));
    PollConfig careful =
        PATIENT.withAllowPrivateAddresses(false).withTrustedUrls(Set.of(server.url("/feed")));
    try (Fetcher guarded = new Fetcher(careful, CLOCK)) {
      Failed failed = (Failed) guarded.fetch(server.url("/feed"));

      assertThat(failed.reason()).isEqualTo(Reason.PRIVATE_ADDRESS);
    }
  }

  @Test
  void aNameThatIsReboundWhileItIsAsked_isNotRead() throws Exception {
    server.answer("/feed", Answer.ok("<rss/>"));
    AtomicInteger asked = new AtomicInteger();
    InetAddress[] elsewhere = {InetAddress.ofLiteral("4000::1")};
    InetAddress[] here = {InetAddress.getLoopbackAddress()};
    int beforeSending = 2;
    AddressGuard guard =
        new AddressGuard(
            false, Set.of(), _ -> asked.incrementAndGet() <= beforeSending ? elsewhere : here);
    try (Fetcher guarded = new Fetcher(PATIENT, CLOCK, guard)) {
      Failed failed = (Failed) guarded.fetch(server.url("/feed"));

      assertThat(failed.reason()).isEqualTo(Reason.PRIVATE_ADDRESS);
      assertThat(failed.message()).doesNotContain("rss");
    }
  }

  @Test
  void aNameThatIsReboundWhileItWaitsForItsTurn_isNotAsked() throws Exception {
    server.answer("/feed", Answer.ok("<rss/>"));
    AtomicInteger asked = new AtomicInteger();
    InetAddress[] elsewhere = {InetAddress.ofLiteral("4000::1")};
    InetAddress[] here = {InetAddress.getLoopbackAddress()};
    AddressGuard guard =
        new AddressGuard(false, Set.of(), _ -> asked.incrementAndGet() == 1 ? elsewhere : here);
    try (Fetcher guarded = new Fetcher(PATIENT, CLOCK, guard)) {
      Failed failed = (Failed) guarded.fetch(server.url("/feed"));

      assertThat(failed.reason()).isEqualTo(Reason.PRIVATE_ADDRESS);
      assertThat(server.requests("/feed")).isEmpty();
    }
  }

  /** A name server that changes its mind at once: the JVM keeps the answer that was checked. */
  @Test
  void theAddressConnectedTo_isTheAddressChecked() throws Exception {
    server.answer("/feed", Answer.ok("<rss/>"));
    String url = server.url("/feed").replace("127.0.0.1", "rebound" + ScriptedNames.SUFFIX);
    ScriptedNames.script("rebound" + ScriptedNames.SUFFIX, "4000::1", "127.0.0.1");
    try (Fetcher guarded = new Fetcher(IMPATIENT.withAllowPrivateAddresses(false), CLOCK)) {
      assertThat(guarded.fetch(url)).isInstanceOf(Failed.class);

      assertThat(server.requests("/feed")).isEmpty();
    }
  }

  @Test
  void aNameWithOnePrivateAddressAmongPublicOnes_isRefused() throws Exception {
    AddressGuard guard =
        new AddressGuard(
            false,
            Set.of(),
            _ ->
                new InetAddress[] {
                  InetAddress.ofLiteral("4000::1"), InetAddress.ofLiteral("10.0.0.1")
                });
    try (Fetcher guarded = new Fetcher(PATIENT, CLOCK, guard)) {
      Failed failed = (Failed) guarded.fetch("http://two.example/feed");

      assertThat(failed.reason()).isEqualTo(Reason.PRIVATE_ADDRESS);
    }
  }

  private static PollConfig config(Duration patience) {
    PollConfig.Manners manners =
        new PollConfig.Manners(
            16,
            2,
            Duration.ZERO,
            Duration.ofHours(1),
            patience,
            patience,
            patience.multipliedBy(2));
    return PollConfig.DEFAULT
        .withAllowPrivateAddresses(true)
        .withLimits(FeedLimits.DEFAULT.withMaxBytes(100_000))
        .withManners(manners);
  }

  private static void reset(Socket socket, Object out) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new GZIPOutputStream(out)) {
      packer.write(plain);
    }
    return out.toByteArray();
  }
}
