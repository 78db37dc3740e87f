package org.wirewatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.cli.RunState;
import org.wirewatch.cli.SystemStarter.RunningSystem;
import org.wirewatch.notify.SlackForTests;

/** Receivers, routes and secrets that change while a system runs. */
@Timeout(120)
class ReloadIT {
  private static final Duration LONG = Duration.ofSeconds(40);
  private static final String TAKEN = "changes taken over";
  private static final String NOT_TAKEN = "the change is not taken over";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

  @TempDir private static Path folder;
  private static SlackForTests slack;
  private static GreenMail mail;
  private static RunningSystem system;
  private static RunState state;

  @BeforeAll
  static void start() throws Exception {
    slack = new SlackForTests();
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    write("slack.token", SlackForTests.BOT + "\n");
    write("smtp.password", "before\n");
    mail.setUser("watch@example.org", "watch", "before");
    Path config = write("wirewatch.yaml", config("duty"));
    StartedSystem started = StartedSystem.of(folder, config, SAID);
    system = started.system();
    state = started.state();
  }

  /**
   * @param mails the receiver that is told of Peru and Bolivia
   */
  private static String config(String mails) {
    return """
    watchlists: [{id: desk, severity: high, entries: [{event: airspace-closed}]}]
    receivers:
      - {name: chat, slack: {token: "${file:slack.token}", channel: "#alerts", api: "%1$s"}}
      - {name: duty, email: {to: [duty@example.org], from: watch@example.org, smtp: %2$s}}
      - {name: chief, email: {to: [chief@example.org], from: watch@example.org, smtp: %2$s}}
    routes:
      receiver: chat
      routes:
        - {receiver: %3$s, match: {place: [PE, BO]}, continue: true}
        - {receiver: chat}
    """
        .formatted(
            slack.api(),
            "{host: 127.0.0.1, port: %d, security: none, user: watch, password: \"${file:smtp.password}\"}"
                .formatted(mail.getSmtp().getPort()),
            mails);
  }

  private static Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @AfterAll
  static void stop() {
    system.close();
    mail.stop();
    slack.close();
    HTTP.close();
  }

  @Test
  void secretsThatWereRotated_areUsedFromThenOn() throws Exception {
    slack.rotate("xoxb-rotated");
    mail.setUser("watch@example.org", "watch", "after the change");
    taking(() -> write("slack.token", "xoxb-rotated\n"));
    taking(() -> write("smtp.password", "after the change\n"));

    raise("Peru");

    await().atMost(LONG).until(() -> !slack.showing("Peru").isEmpty());
    await().atMost(LONG).until(() -> isMailed("Peru", "duty@example.org"));
    assertThat(said()).doesNotContain("xoxb-rotated", "after the change");
  }

  @Test
  void routesThatChanged_tellWhomTheyNameNow() throws Exception {
    taking(() -> write("wirewatch.yaml", config("chief")));

    raise("Bolivia");

    await().atMost(LONG).until(() -> isMailed("Bolivia", "chief@example.org"));
    taking(() -> write("wirewatch.yaml", config("duty")));
  }

  @Test
  void aFaultyConfiguration_isToldWithItsPlaceAndTheOldOneStays() throws Exception {
    write("wirewatch.yaml", config("dutty"));
    await().atMost(LONG).until(() -> said().contains(NOT_TAKEN));
    assertThat(said())
        .contains("wirewatch.yaml:", "'dutty'", "there are chat, chief, console, duty");

    raise("Chile");

    await().atMost(LONG).until(() -> !slack.showing("Chile").isEmpty());
    taking(() -> write("wirewatch.yaml", config("duty")));
  }

  @Test
  void aHangup_readsEverythingAgain() throws Exception {
    ProcessBuilder hangUp =
        new ProcessBuilder("kill", "-HUP", String.valueOf(ProcessHandle.current().pid()));

    taking(() -> assertThat(hangUp.start().waitFor()).isZero());
  }

  /** Makes a change, and returns when it is taken over. */
  private static void taking(Callable<?> change) throws Exception {
    long before = taken();
    change.call();
    await().atMost(LONG).until(() -> taken() > before);
  }

  private static long taken() {
    return said().lines().filter(line -> line.contains(TAKEN)).count();
  }

  private static String said() {
    return SAID.toString(UTF_8);
  }

  private static boolean isMailed(String country, String to) throws MessagingException {
    for (MimeMessage message : mail.getReceivedMessages()) {
      if (message.getSubject().contains(country)
          && message.getAllRecipients()[0].toString().equals(to)) {
        return true;
      }
    }
    return false;
  }

  /** News of a country comes in. */
  private static void raise(String country) throws Exception {
    String title = country + " closes its airspace to all flights";
    HttpResponse<String> taken =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(state.desk() + "/api/v1/items"))
                .POST(BodyPublishers.ofString("{\"language\":\"en\",\"title\":\"" + title + "\"}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
  }
}
