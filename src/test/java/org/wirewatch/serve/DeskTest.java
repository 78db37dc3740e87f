package org.wirewatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirewatch.json.Json;

/** The desk over real HTTP. */
class DeskTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Token TOKEN = Token.of("correct horse battery");
  private static final PrometheusMeterRegistry METERS =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private static final List<Endpoint> ENDPOINTS =
      List.of(
          Endpoints.health(() -> Map.of("processing", "ok")),
          Endpoints.sample("<rss/>"),
          Endpoints.metrics(METERS::scrape),
          Endpoint.get(
              "/echo/{word}",
              r -> Answer.text(200, r.inPath().get("word") + r.parameter("q").orElse(""))),
          Endpoint.get(
              "/broken",
              _ -> {
                throw new IllegalStateException("the secret is swordfish");
              }),
          Endpoint.post("/act", r -> Answer.text(200, r.text())).upTo(10),
          Endpoint.post("/signed", r -> Answer.text(200, r.header("X-Signature").orElse("none")))
              .signed());

  private Desk desk = start(null);

  private static Desk start(@Nullable Token token) {
    try {
      return Desk.start(new DeskConfig("127.0.0.1", 0, token, null), ENDPOINTS, METERS);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void restartWithToken() {
    desk.close();
    desk = start(TOKEN);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @AfterAll
  static void closeClient() {
    HTTP.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(desk.address() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    HttpRequest.Builder request = to("/act").POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private static String detail(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    var problem = Json.mapper().readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
    return problem.get("detail").asString();
  }

  /** A request as bytes, for what a client library refuses to send; the answer's first line. */
  private String raw(String request) throws IOException {
    URI address = URI.create(desk.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anEndpoint_seesItsPathAndQuery() throws Exception {
    HttpResponse<String> answer = send(to("/echo/caf%C3%A9?q=%20x&q=y"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("café x");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void health_isServiceUnavailableWhereAPartIsNotWell() throws Exception {
    assertThat(send(to("/health")).statusCode()).isEqualTo(200);
    desk.close();
    desk =
        Desk.start(
            new DeskConfig("127.0.0.1", 0, null, null),
            List.of(Endpoints.health(() -> Map.of("polling", "ok", "processing", "error"))),
            METERS);

    assertThat(send(to("/health")).statusCode()).isEqualTo(503);
  }

  @Test
  void requests_areTimedByEndpointAndStatus_forPrometheus() throws Exception {
    send(to("/echo/anything"));

    HttpResponse<String> answer = send(to("/metrics"));

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain")
        .contains("version=0.0.4");
    assertThat(answer.body())
        .contains(
            "wirewatch_serve_requests_seconds_count{method=\"GET\",path=\"/echo/{word}\",status=\"200\"}");
  }

  @Test
  void head_isAnsweredWhereGetIs() throws Exception {
    HttpResponse<String> answer = send(to(Endpoints.SAMPLE_FEED).HEAD());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void whatIsNotThere_isAProblemInJson() throws Exception {
    HttpResponse<String> answer = send(to("/nowhere"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(detail(answer)).contains("/nowhere");
  }

  @Test
  void theWrongMethod_isAProblemInJson() throws Exception {
    HttpResponse<String> answer = send(to("/act"));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(detail(answer)).contains("/act does not take GET");
  }

  @Test
  void aFaultOfOurs_tellsNothingOfItself() throws Exception {
    HttpResponse<String> answer = send(to("/broken"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(detail(answer)).doesNotContain("swordfish");
  }

  @Test
  void aBodyBeyondItsBounds_isRefused() throws Exception {
    assertThat(post("0123456789").statusCode()).isEqualTo(200);
    assertThat(post("0123456789x").statusCode()).isEqualTo(413);
    HttpResponse<String> chunked =
        send(to("/act").POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("0123456789x"))));
    assertThat(chunked.statusCode()).isEqualTo(413);
  }

  @Test
  void withoutToken_aPostFromThisMachineIsTaken_andOneFromAPageOfAnotherSiteIsNot()
      throws Exception {
    assertThat(post("x").statusCode()).isEqualTo(200);
    assertThat(post("x", "Origin", desk.address()).statusCode()).isEqualTo(200);
    assertThat(post("x", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(post("x", "Origin", "null").statusCode()).isEqualTo(403);
  }

  @Test
  void withoutToken_aNameOfAnotherSiteThatPointsHereIsRefused() throws Exception {
    String rebound =
        raw(
            "POST /act HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
                + "Content-Length: 1\r\nConnection: close\r\n\r\nx");

    assertThat(rebound).startsWith("HTTP/1.1 403").contains("serve.token");
  }

  @Test
  void withToken_onlyWhoShowsItIsTaken() throws Exception {
    restartWithToken();

    HttpResponse<String> bare = post("x");
    assertThat(bare.statusCode()).isEqualTo(401);
    assertThat(bare.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(post("x", "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    assertThat(post("x", "Authorization", "Bearer correct horse battery").statusCode())
        .isEqualTo(200);
    assertThat(send(to("/echo/x")).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsSigned_needsNoToken() throws Exception {
    restartWithToken();

    HttpResponse<String> answer =
        send(to("/signed").header("X-Signature", "abc").POST(BodyPublishers.noBody()));

    assertThat(answer.body()).isEqualTo("abc");
  }

  @Test
  void onAnAddressOpenToOthersWithoutToken_nothingIsTaken() throws Exception {
    desk.close();
    desk = Desk.start(new DeskConfig("0.0.0.0", 0, null, null), ENDPOINTS, METERS);

    HttpResponse<String> answer = post("x");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(detail(answer)).contains("serve.token");
  }

  @Test
  void whatIsNoHttp_isAProblemInJson() throws Exception {
    assertThat(raw("GET /a b c HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json")
        .doesNotContain("\tat ");
  }

  @Test
  void aPortInUse_isAnIOException() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DeskConfig config = new DeskConfig("127.0.0.1", taken.getLocalPort(), null, null);

      assertThatThrownBy(() -> Desk.start(config, ENDPOINTS, METERS))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aHostThatIsNoneOfThisMachines_isAnIOException() {
    DeskConfig config = new DeskConfig("203.0.113.1", 0, null, null);

    assertThatThrownBy(() -> Desk.start(config, ENDPOINTS, METERS)).isInstanceOf(IOException.class);
  }
}
