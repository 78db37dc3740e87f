package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.model.Action;
import org.wirewatch.model.TopicNames;
import org.wirewatch.topology.DefinitionSync;
import org.wirewatch.topology.Topics;
import org.wirewatch.topology.TopicsConfig;

/** Silences and what is said of alerts, typed and written to a real broker. */
@Timeout(60)
class ActionCommandsIT {
  private static final Topics TOPICS = new Topics(TopicNames.DEFAULT, TopicsConfig.DEFAULT);

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    try (Admin admin = Admin.create(client())) {
      TOPICS.create(admin);
    }
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static Typed type(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--bootstrap-servers");
    all.add(broker.bootstrapServers());
    return Typed.command(all.toArray(String[]::new));
  }

  @Test
  void aSilence_isListedKnownToRouteTestAndExpired() throws Exception {
    Typed added =
        type(
            "silence",
            "add",
            "place=pe",
            "kind=event",
            "--for",
            "2h",
            "--why",
            "drill",
            "--by",
            "ana");
    String id = added.out().strip();
    assertThat(added.exit()).isZero();
    assertThat(type("silence", "list").out())
        .contains(id, "by ana", "kind event; place PE", "drill");
    Path alert =
        Files.writeString(
            folder.resolve("a.json"),
            "{\"kind\":\"event\",\"entry\":\"event:curfew\",\"places\":[\"PE\"]}");
    assertThat(type("route", "test", alert.toString()).out())
        .contains("held: silenced until", "by ana: drill (" + id + ")");

    assertThat(type("silence", "expire", id, "--by", "bo").exit()).isZero();

    assertThat(type("silence", "list").out()).isEmpty();
    assertThat(type("silence", "list", "--all").out()).contains(id, "ended by bo");
    assertThat(type("route", "test", alert.toString()).out()).doesNotContain("silenced");
    assertThat(type("silence", "expire", "s-none").err()).contains("there is no silence s-none");
  }

  @Test
  void whatIsSaid_isWrittenUnderTheAlertAndTheVerb() {
    assertThat(type("ack", "a-1", "a-2", "--by", "ana", "--reason", "on it").exit()).isZero();
    assertThat(type("alert", "snooze", "a-1", "--for", "30m").exit()).isZero();
    assertThat(type("alert", "assign", "a-1", "--to", "bo").exit()).isZero();
    assertThat(type("alert", "false-alarm", "a-3", "--reason", "satire").exit()).isZero();

    Map<String, Action> said = new DefinitionSync(client()).read(TOPICS.silences());

    assertThat(said)
        .containsKeys(
            "acknowledge:a-1", "acknowledge:a-2", "snooze:a-1", "assign:a-1", "false-alarm:a-3");
    assertThat(said.get("acknowledge:a-1"))
        .isInstanceOfSatisfying(
            Action.Acknowledge.class,
            a -> assertThat(a.by() + ": " + a.reason()).isEqualTo("ana: on it"));
  }
}
