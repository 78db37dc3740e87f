package org.wirewatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Notification.Form;
import org.wirewatch.model.Status;
import tools.jackson.databind.JsonNode;

/** What a message looks like in every channel. */
class MessageFormsTest {
  private static final Alert FIRST = Alerts.airspace();
  private static final Alert REVERSED =
      Alerts.airspace("a-2", 3, Change.STATUS_CHANGED, Status.DENIED);

  private static final Notification ONE = Alerts.to("duty");
  private static final Notification GROUP = form(Form.GROUP, 7, FIRST, REVERSED);
  private static final Notification DIGEST = form(Form.DIGEST, 0, FIRST, REVERSED);
  private static final Notification REMINDER = form(Form.REMINDER, 0, FIRST);
  private static final Notification ESCALATION = form(Form.ESCALATION, 0, FIRST);

  private static Notification form(Form form, int more, Alert... alerts) {
    return new Notification(
        "n-" + form,
        "duty",
        form,
        "g-1",
        List.of(alerts),
        more,
        List.of("severity is critical"),
        Alerts.TEN.plus(Duration.ofMinutes(65)));
  }

  @Test
  void consoleOnAPipe() {
    ConsoleText text = new ConsoleText(false, ZoneOffset.UTC);
    Golden.assertMatches("console.txt", text.render(ONE));
    Golden.assertMatches("console-group.txt", text.render(GROUP));
    Golden.assertMatches("console-reminder.txt", text.render(REMINDER));
  }

  @Test
  void consoleOnATerminal() {
    String text = new ConsoleText(true, ZoneId.of("America/Caracas")).render(ONE);
    Golden.assertMatches("console-coloured.txt", text.replace("\u001b", "<ESC>"));
  }

  @Test
  void slack() {
    SlackMessage message = new SlackMessage(ZoneOffset.UTC, Templates.NONE, false);
    Golden.assertMatches("slack.json", pretty(message.render(ONE)));
    Golden.assertMatches("slack-group.json", pretty(message.render(GROUP)));
    Golden.assertMatches("slack-reminder.json", pretty(message.render(REMINDER)));
    Golden.assertMatches("slack-escalation.json", pretty(message.render(ESCALATION)));
    Golden.assertMatches("slack-digest.json", pretty(message.render(DIGEST)));
  }

  @Test
  void mail() {
    MailMessage mail = new MailMessage(ZoneOffset.UTC, "example.org", Templates.NONE, null);
    Golden.assertMatches("mail.txt", mail.subject(ONE) + "\n\n" + mail.text(ONE));
    Golden.assertMatches("mail.html", mail.html(ONE));
    for (Notification each : List.of(GROUP, DIGEST, REMINDER, ESCALATION)) {
      String name = "mail-" + each.form().name().toLowerCase(Locale.ROOT);
      Golden.assertMatches(name + ".txt", mail.subject(each) + "\n\n" + mail.text(each));
      Golden.assertMatches(name + ".html", mail.html(each));
    }
    assertThat(mail.subject(DIGEST)).isEqualTo("Digest: 2 alerts");
  }

  @Test
  void whatPeopleCanDo_andDid() {
    SlackMessage message = new SlackMessage(ZoneOffset.UTC, Templates.NONE, true);
    Action done = new Action.Snooze("a-1", "ann", Alerts.TEN, Alerts.TEN.plusSeconds(3600));
    Golden.assertMatches("slack-buttons.json", pretty(message.render(ONE, _ -> List.of(done))));
    SignedLinks links =
        new SignedLinks(
            new NotifyConfig.Links(URI.create("https://watch.example"), Secret.of("key")));
    MailMessage mail = new MailMessage(ZoneOffset.UTC, "example.org", Templates.NONE, links);
    Golden.assertMatches("mail-links.txt", mail.text(ONE));
    Golden.assertMatches("mail-links.html", mail.html(ONE));
    SignedLinks.Link link =
        new SignedLinks.Link(Ask.of(Ask.Verb.SILENCE, FIRST), "duty", Alerts.TEN);
    Golden.assertMatches("link-page.html", LinkPage.question(link));
    SignedLinks.Link dismissing =
        new SignedLinks.Link(Ask.of(Ask.Verb.FALSE_ALARM, FIRST), "duty", Alerts.TEN);
    Golden.assertMatches("link-page-false-alarm.html", LinkPage.question(dismissing));
  }

  @Test
  void webhook() {
    Golden.assertMatches(
        "webhook.json", pretty(Json.mapper().readTree(CloudEvent.structured(ONE))));
  }

  @Test
  void otherServices() {
    URI api = URI.create("https://service.example/v1/");
    golden("teams.json", new TeamsPosts(api, ZoneOffset.UTC));
    golden(
        "telegram.json",
        new TelegramPosts(new Channel.Telegram(Secret.of("token"), "@desk", api), ZoneOffset.UTC));
    golden(
        "pagerduty.json",
        new PagerDutyPosts(new Channel.PagerDuty(Secret.of("key"), api), ZoneOffset.UTC));
    golden("ntfy.json", new NtfyPosts(new Channel.Ntfy(api.resolve("desk"), null), ZoneOffset.UTC));
  }

  private static void golden(String name, Posts posts) {
    for (Notification each : List.of(ONE, GROUP, DIGEST, REMINDER, ESCALATION)) {
      String form = each.equals(ONE) ? "" : "-" + each.form().name().toLowerCase(Locale.ROOT);
      String rendered =
          posts.render(each).stream()
              .map(post -> post.uri() + "\n" + pretty(post.body()))
              .collect(Collectors.joining("\n"));
      Golden.assertMatches(name.replace(".json", form + ".json"), rendered);
    }
  }

  @Test
  void aHostileHeadlineMovesNoCursorAddsNoHeaderAndForgesNoLink() {
    Alert hostile =
        hostile("\u001b[2J<!channel> \r\nBcc: all@example.org\u202e<script>alert(1)</script>");
    Notification notification = Alerts.to("duty", hostile, Alerts.TEN);
    MailMessage mail = new MailMessage(ZoneOffset.UTC, "example.org", Templates.NONE, null);

    assertThat(new ConsoleText(false, ZoneOffset.UTC).render(notification))
        .doesNotContain("\u001b", "\r", "\u202e");
    assertThat(mail.subject(notification)).doesNotContain("\r", "\n");
    assertThat(mail.html(notification)).doesNotContain("<script>");
    JsonNode slack = new SlackMessage(ZoneOffset.UTC, Templates.NONE, false).render(notification);
    assertThat(slack.path("text").asString()).doesNotContain("<!channel>");
    assertThat(slack.toString()).doesNotContain("mrkdwn");
  }

  @Test
  void messagesStayWithinTheLimitsOfTheirChannels() {
    Alert endless = hostile("\uD83D\uDE00 word ".repeat(2000));
    List<Alert> many = IntStream.range(0, 50).mapToObj(_ -> endless).toList();
    Notification notification = form(Form.GROUP, 950, many.toArray(Alert[]::new));

    JsonNode slack = new SlackMessage(ZoneOffset.UTC, Templates.NONE, false).render(notification);

    assertThat(slack.path("attachments").size()).isLessThanOrEqualTo(20);
    slack
        .findValues("text")
        .forEach(text ->
            assertThat(text.isString() ? text.asString().length() : 0).isLessThanOrEqualTo(3000));
    String telegram =
        new TelegramPosts(
                new Channel.Telegram(Secret.of("t"), "@d", Channel.Telegram.API), ZoneOffset.UTC)
            .render(notification)
            .getFirst()
            .body()
            .path("text")
            .asString();
    assertThat(telegram.length())
        .isLessThanOrEqualTo(4096 + 1000); // its own mark-up is not counted
    byte[] teams =
        new TeamsPosts(URI.create("https://t.example/"), ZoneOffset.UTC)
            .render(notification)
            .getFirst()
            .body()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    assertThat(teams.length).isLessThan(28_000 * 4);
  }

  private static Alert hostile(String headline) {
    Alert a = FIRST;
    return new Alert(
        a.id(),
        a.revision(),
        a.state(),
        a.change(),
        a.watchlist(),
        a.entry(),
        a.kind(),
        a.name(),
        a.status(),
        a.places(),
        a.severity(),
        headline,
        a.summary(),
        a.story(),
        a.evidence(),
        a.why(),
        a.times(),
        a.flags(),
        a.mergedInto());
  }

  private static String pretty(JsonNode node) {
    return node.toPrettyString() + "\n";
  }
}
