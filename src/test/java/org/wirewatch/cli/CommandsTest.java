package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;

class CommandsTest {
  @TempDir Path folder;

  @Test
  void noCommand_anUnknownOne_andAnUnknownOption_areWrongUsage() {
    assertThat(Typed.command().exit()).isEqualTo(Exit.USAGE);
    assertThat(Typed.command("mach").exit()).isEqualTo(Exit.USAGE);
    Typed typed = Typed.command("match", "--frmat", "json");
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("--frmat", "--help");
  }

  @Test
  void bench_withoutSources_saysThatTheyAreNeeded() {
    Typed typed = Typed.command("bench", "match-10k", "--format", "json");

    assertThat(typed.exit()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains("built from the sources");
  }

  @Test
  void help_isAResult() {
    Typed typed = Typed.command("--help");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out())
        .contains("run", "match", "replay", "feed", "watchlist", "config", "schema", "doctor")
        .doesNotContain("warm-up");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"replay --help", "watchlist --help", "watchlist backtest --help", "search -h"})
  void helpOfACommand_isAResultToo(String words) {
    Typed typed = Typed.command(words.split(" "));

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("Usage: wirewatch " + words.replaceFirst(" -+h.*", ""));
  }

  @Test
  void feedParse_severalFiles_theBrokenOneIsReportedAndTheOthersAreRead() throws Exception {
    Path good =
        Files.writeString(
            folder.resolve("good.xml"),
            "<rss version=\"2.0\"><channel><title>F</title><item><title>One & only</title><guid>g</guid></item></channel></rss>");
    Path bad = Files.writeString(folder.resolve("bad.xml"), "");
    Path empty =
        Files.writeString(
            folder.resolve("empty.xml"),
            "<rss version=\"2.0\"><channel><title>F</title></channel></rss>");

    Typed typed =
        Typed.command(
            "feed", "parse", bad.toString(), good.toString(), empty.toString(), "nowhere.xml");

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.lines())
        .hasSize(3)
        .allSatisfy(l -> assertThat(Conforms.faults("feed-line", l)).isEmpty());
    assertThat(typed.lines().get(0)).contains("\"error\"", "bad.xml");
    assertThat(typed.lines().get(1)).contains("\"file\":\"" + good + "\"", "One & only", "repairs");
    assertThat(typed.lines().get(2)).contains("nowhere.xml", "there is no such file");
    assertThat(typed.err()).contains(empty + ": a readable feed without items");
  }

  @Test
  void feedParse_headersAndBase_areAssumed() throws Exception {
    Path headers =
        Files.writeString(folder.resolve("h.txt"), "Content-Type: text/xml; charset=koi8-r\n");
    Path feed = folder.resolve("f.xml");
    Files.write(
        feed,
        "<rss version=\"2.0\"><channel><title>F</title><item><title>Небо закрыто</title><link>/a</link></item></channel></rss>"
            .getBytes(java.nio.charset.Charset.forName("KOI8-R")));

    Typed typed =
        Typed.command(
            "feed",
            "parse",
            "--headers",
            headers.toString(),
            "--base",
            "https://paper.example/f",
            feed.toString());

    assertThat(Json.mapper().readTree(typed.out()).get("title").asString())
        .isEqualTo("Небо закрыто");
    assertThat(Json.mapper().readTree(typed.out()).get("url").asString())
        .isEqualTo("https://paper.example/a");
  }

  @Test
  void watchlistCheck_aSoundFile_saysSo() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("w.yaml"), "watchlists:\n  - id: w\n    entries: [{pack: events}]\n");

    assertThat(Typed.command("watchlist", "check", file.toString()).exit()).isZero();
  }

  @Test
  void watchlistCheck_aFaultyFile_saysWhereAndExits1() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("w.yaml"),
            "watchlists:\n  - id: w\n    entries: [{id: q, query: \"(a OR\"}]\n");

    Typed typed = Typed.command("watchlist", "check", file.toString());

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.out()).contains(file + ":3:");
  }

  @Test
  void configShow_fillsInDefaultsAndHidesSecrets() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"),
            """
            receivers:
              - name: mail
                time_zone: America/Caracas
                quiet_hours: {from: "22:00", to: "06:00", bypass: critical}
                email: {to: [a@example.org], from: w@example.org, smtp: {host: mail.example, user: u, password: hush-hush}}
              - {name: chat, slack: {webhook: "https://hooks.example/secret-path"}}
            routes:
              receiver: mail
              routes:
                - {match: {severity: [critical]}, receiver: chat, continue: true, escalate: {after: 15m, to: mail}, digest: daily 07:30}
            inhibit:
              - {by: {entry: ["event:airspace-closed"]}, of: {entry: ["event:flights-suspended"]}, equal: [place]}
            """);

    Typed typed = Typed.command("config", "show", "--config", file.toString());

    assertThat(typed.exit()).isZero();
    assertThat(typed.out())
        .contains(
            "prefix: wirewatch",
            "freshness: 6h",
            "port: 8080",
            "bypass: critical",
            "daily 07:30",
            "event:flights-suspended",
            "***")
        .doesNotContain("hush-hush", "secret-path");
    Path shown = Files.writeString(folder.resolve("shown.yaml"), typed.out());
    Typed checked = Typed.command("config", "check", shown.toString());
    assertThat(checked.exit()).isZero();
    assertThat(checked.lines()).isEmpty();
  }

  @Test
  void config_aSecretFromAFile_isTheFilesContentWithoutItsLastLineFeed() throws Exception {
    Files.writeString(folder.resolve("topic"), "alerts.critical\n");
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"),
            "receivers: [{name: bus, kafka: {topic: \"${file:topic}\"}}, {name: b2, kafka: {topic: \"${file:none}\"}}]\n");

    Typed typed = Typed.command("config", "check", file.toString());

    assertThat(typed.lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("c.yaml:1:", "cannot read none");
    Files.writeString(
        file, Files.readString(file).replace(", {name: b2, kafka: {topic: \"${file:none}\"}}", ""));
    assertThat(Typed.command("config", "show", "--config", file.toString()).out())
        .contains("topic: alerts.critical");
  }

  @Test
  void configCheck_reportsAllProblemsAtOnceWithTheirPlace() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"),
            """
            kafak: {}
            intake: {freshness: soon, max_bytes: 20MB}
            receivers:
              - {name: chat, slack: {webhook: "${NO_SUCH_VARIABLE_HERE}"}}
              - {name: nothing}
            routes: {receiver: nobody}
            """);

    Typed typed = Typed.command("config", "check", file.toString());

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.lines())
        .anySatisfy(
            l -> assertThat(l).contains("c.yaml:1:1: unknown key 'kafak'; did you mean 'kafka'?"))
        .anySatisfy(
            l -> assertThat(l).contains("c.yaml:2:21: 'intake.freshness' is 'soon'", "30s, 5m, 6h"))
        .anySatisfy(l -> assertThat(l).contains("c.yaml:4:", "NO_SUCH_VARIABLE_HERE"))
        .anySatisfy(l -> assertThat(l).contains("c.yaml:5:", "needs one way to be told"))
        .anySatisfy(l -> assertThat(l).contains("no receiver is called 'nobody'"));
  }

  @Test
  void schema_printsTheNamesOrOne() {
    assertThat(Typed.command("schema").lines()).contains("item", "flagged-item", "alert");
    assertThat(Typed.command("schema", "alert").out())
        .contains("https://json-schema.org/draft/2020-12/schema");
    assertThat(Typed.command("schema", "alrt").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void doctor_aMailServerThatAnswers_isOk_andOneThatDoesNotFails() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    int port = mail.getSmtp().getPort();
    Path file = Files.writeString(folder.resolve("c.yaml"), mailConfig(port));
    try {
      Typed well = doctor(file, "jdk,data,broker,topics,smtp,slack");
      assertThat(well.exit()).as(well.out()).isZero();
      assertThat(well.lines()).hasSize(6).allSatisfy(l -> assertThat(l).startsWith("ok"));
    } finally {
      mail.stop();
    }
    Typed ill = doctor(file, "smtp");
    assertThat(ill.exit()).isEqualTo(Exit.FAULT);
    assertThat(ill.out())
        .startsWith("FAIL smtp")
        .contains("127.0.0.1:" + port, "check the address");
  }

  private Typed doctor(Path config, String only) {
    return Typed.command(
        "doctor", "--config", config.toString(), "--data", folder.toString(), "--only", only);
  }

  private static String mailConfig(int port) {
    return "receivers:\n  - {name: m, email: {to: [a@example.org], from: w@example.org, smtp: {host: 127.0.0.1, port: "
        + port
        + ", security: none}}}\n";
  }

  @Test
  void doctor_aBrokerThatDoesNotAnswer_fails() {
    Typed typed =
        Typed.command(
            "doctor",
            "--bootstrap-servers",
            "127.0.0.1:9",
            "--data",
            folder.toString(),
            "--only",
            "broker");

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.out()).contains("127.0.0.1:9 does not answer");
  }

  @Test
  void replay_theSameReportTwice_isOneAlert_andTheSameBytesEachTime() {
    String items =
        """
        {"id":"1","title":"Venezuela closes its airspace","body":"Venezuela closed its airspace on Sunday.","published":"2026-11-22T10:00:00Z"}
        {"id":"2","title":"Venezuela closes its airspace","body":"Venezuela closed its airspace on Sunday.","published":"2026-11-22T10:05:00Z","source":{"id":"b","name":"B"}}
        """;

    Typed typed = Typed.withInput(items, "replay", "--format", "json");

    assertThat(typed.exit()).isZero();
    assertThat(typed.lines()).allSatisfy(l -> assertThat(Conforms.faults("alert", l)).isEmpty());
    assertThat(
            typed.lines().stream()
                .filter(l -> l.contains("event:airspace-closed"))
                .map(l -> Json.mapper().readTree(l).get("id").asString())
                .distinct())
        .hasSize(1);
    assertThat(Typed.withInput(items, "replay", "--format", "json").out()).isEqualTo(typed.out());
  }

  @Test
  void replay_aConfigurationThatRoutes_showsWhatWouldHaveBeenSentToWhom() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"),
            """
            watchlists: [{id: mine, severity: high, entries: [{id: ferry, any: [night ferry]}]}]
            receivers:
              - {name: duty, webhook: {url: "https://hook.example/x"}}
              - {name: quiet, webhook: {url: "https://hook.example/y"}}
            routes:
              receiver: quiet
              routes: [{match: {severity: [high]}, receiver: duty}]
            """);
    String item =
        "{\"id\":\"1\",\"title\":\"Night ferry late\",\"published\":\"2026-11-22T10:00:00Z\"}\n";

    Typed json = Typed.withInput(item, "replay", "--config", file.toString(), "--format", "json");
    Typed text = Typed.withInput(item, "replay", "--config", file.toString());

    assertThat(json.lines().stream().filter(l -> l.contains("\"receiver\"")))
        .isNotEmpty()
        .allSatisfy(l -> assertThat(Conforms.faults("notification", l)).isEmpty())
        .allSatisfy(l -> assertThat(l).contains("\"receiver\":\"duty\""));
    assertThat(text.out()).contains("-> duty: Night ferry late").doesNotContain("-> quiet");
  }

  @Test
  void replay_aConfigurationWithWatchlistsWrittenOut_usesThem() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"),
            "watchlists: [{id: mine, entries: [{id: ferry, any: [night ferry]}]}]\n");
    String item =
        "{\"id\":\"1\",\"title\":\"Night ferry late\",\"published\":\"2026-11-22T10:00:00Z\"}\n";

    Typed typed = Typed.withInput(item, "replay", "--config", file.toString(), "--format", "json");

    assertThat(typed.lines())
        .isNotEmpty()
        .allSatisfy(l ->
            assertThat(Json.mapper().readTree(l).get("watchlist").asString()).isEqualTo("mine"));
  }
}
