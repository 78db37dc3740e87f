package org.wirewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.cli.RunState;
import org.wirewatch.cli.Terminal;
import org.wirewatch.cli.Wirewatch;
import org.wirewatch.json.Conforms;

/** {@code wirewatch run} on an empty folder, as README's first command does it. */
class RunIT {
  private static final Duration LONG = Duration.ofMinutes(2);

  private static final Duration STOPPING = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void onAnEmptyFolder_theSampleIsToldOnTheConsole_andASecondRunRepeatsNothing() throws Exception {
    List<String> alerts;
    String told;
    try (RunningProcess run = RunningProcess.start(folder)) {
      await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(run.out()).contains("Venezuela shuts its airspace"));
      push(run, "Zambia closes its airspace after blast");
      await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(run.out()).contains("Zambia closes its airspace"));
      assertThat(folder.resolve(".wirewatch/feeds.yaml")).exists();
      assertThat(folder.resolve(".wirewatch/watchlists.yaml")).exists();
      alerts = TopicReader.values(run.state().orElseThrow().bootstrapServers(), "wirewatch.alerts");
      assertThat(alerts)
          .anySatisfy(a -> assertThat(a).contains("\"entry\":\"event:airspace-closed\""))
          .noneSatisfy(a -> assertThat(a).contains("Turkey"));
      await().atMost(LONG).untilAsserted(() -> assertThat(undelivered(run)).isEmpty());
      await()
          .atMost(LONG)
          .untilAsserted(() ->
              assertThat(command("search", "zambia", "--entry", "event:airspace-closed"))
                  .hasSize(2)
                  .allSatisfy(l -> assertThat(Conforms.faults("search-hit", l)).isEmpty()));
      assertThat(page(run)).contains("Zambia closes its airspace").doesNotContain("Turkey");
      assertThat(command("feed", "list"))
          .anySatisfy(l -> {
            assertThat(Conforms.faults("feed-status", l)).isEmpty();
            assertThat(l).doesNotContain("\"outcome\":null");
          });
      assertThat(run.stop()).isLessThan(STOPPING);
      told = run.out();
    }
    try (RunningProcess again = RunningProcess.start(folder)) {
      await()
          .atMost(LONG)
          .untilAsserted(() -> {
            RunState state = again.state().orElseThrow(() -> new AssertionError("not up yet"));
            assertThat(TopicReader.values(state.bootstrapServers(), "wirewatch.feed-state"))
                .anySatisfy(s -> assertThat(s).contains(state.desk()));
          });
      assertThat(
              TopicReader.values(
                  again.state().orElseThrow().bootstrapServers(), "wirewatch.alerts"))
          .hasSameSizeAs(alerts);
      assertThat(again.stop()).isLessThan(STOPPING);
      assertThat(again.out()).isEqualTo(told);
    }
  }

  /** What a command of this folder's system prints as JSON. */
  private List<String> command(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(InputStream.nullInputStream(), to, to, false);
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--format", "json", "--data", folder.resolve(".wirewatch").toString()));
    Wirewatch.run(all.toArray(String[]::new), terminal, App::start);
    return out.toString(StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("{")).toList();
  }

  /** The desk's page. */
  private static String page(RunningProcess run) throws Exception {
    URI desk = URI.create(run.state().orElseThrow().desk() + "/");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(desk).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static void push(RunningProcess run, String title) throws Exception {
    URI items = URI.create(run.state().orElseThrow().desk() + "/api/v1/items");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(items)
                  .POST(BodyPublishers.ofString("{\"title\":\"" + title + "\"}\n{\"title\":[]}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
      assertThat(Conforms.faults("intake", answer.body())).isEmpty();
    }
  }

  private static List<String> undelivered(RunningProcess run) {
    String servers = run.state().orElseThrow().bootstrapServers();
    List<String> deliveries = TopicReader.values(servers, "wirewatch.deliveries");
    return TopicReader.values(servers, "wirewatch.notifications").stream()
        .map(n -> n.substring(0, n.indexOf("\",\"receiver")).replace("{\"id\":\"", ""))
        .filter(id -> deliveries.stream().noneMatch(d -> d.contains(id)))
        .toList();
  }

  @Test
  void aPortInUse_isOneLineWithWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RunningProcess run =
            RunningProcess.start(folder, "--port", Integer.toString(taken.getLocalPort()))) {
      await().atMost(LONG).until(() -> !run.isAlive());

      assertThat(run.err())
          .contains(
              "cannot serve on 127.0.0.1:" + taken.getLocalPort(), "choose another with --port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aBrokerThatIsNotThere_isOneLineWithWhatToDo() throws Exception {
    try (RunningProcess run = RunningProcess.start(folder, "--bootstrap-servers", "127.0.0.1:9")) {
      await().atMost(LONG).until(() -> !run.isAlive());

      assertThat(run.err())
          .contains("the Kafka at 127.0.0.1:9 cannot be used", "--bootstrap-servers")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aDataFolderThatCannotBeWritten_isOneLineWithWhatToDo() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    try (RunningProcess run = RunningProcess.start(folder, "--data", file.toString())) {
      await().atMost(LONG).until(() -> !run.isAlive());

      assertThat(run.err())
          .contains("cannot write to the data folder " + file, "--data")
          .doesNotContain("\tat ");
    }
  }
}
