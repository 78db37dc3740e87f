package org.wirewatch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Change;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Status;

/** Mails to a real SMTP server. */
class EmailSenderTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void send_isTextAndHtmlThreadedAndSaysThatItIsAutomatic() throws Exception {
    try (Sender sender = sender(null, null)) {
      assertThat(sender.send(Alerts.to("duty"))).isInstanceOf(Outcome.Sent.class);
      assertThat(sender.send(revision(2))).isInstanceOf(Outcome.Sent.class);
    }

    MimeMessage first = server.getReceivedMessages()[0];
    MimeMessage second = server.getReceivedMessages()[1];
    assertThat(first.getSubject())
        .isEqualTo(
            "[critical] Airspace closed · Kosovo · announced: Kosovo to shut its skies & <ground> all flights");
    assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(first.getHeader("List-Id")).containsExactly("<duty.wirewatch.example.org>");
    assertThat(first.getHeader("From")[0]).contains("wirewatch@example.org");
    assertThat(first.getContentType()).startsWith("multipart/");
    assertThat(first.getMessageID()).endsWith("@example.org>").isNotEqualTo(second.getMessageID());
    assertThat(second.getHeader("References")).isEqualTo(first.getHeader("References"));
    assertThat(second.getHeader("In-Reply-To")).isEqualTo(first.getHeader("In-Reply-To"));
  }

  @Test
  void send_theSameAgain_hasTheSameMessageId() throws Exception {
    try (Sender sender = sender(null, null)) {
      sender.send(Alerts.to("duty"));
      sender.send(Alerts.to("duty"));
    }

    assertThat(server.getReceivedMessages()[0].getMessageID())
        .isEqualTo(server.getReceivedMessages()[1].getMessageID());
  }

  @Test
  void send_rightPassword_isSent() {
    server.setUser("duty@example.org", "wirewatch", "right");
    server.getUserManager().setAuthRequired(true);
    try (Sender sender = sender("wirewatch", "right")) {
      assertThat(sender.send(Alerts.to("duty"))).isInstanceOf(Outcome.Sent.class);
    }
  }

  @Test
  void send_wrongPassword_isRefusedForGoodAndNotTold() {
    server.setUser("duty@example.org", "wirewatch", "right");
    server.getUserManager().setAuthRequired(true);
    try (Sender sender = sender("wirewatch", "wrong-one")) {
      Outcome outcome = sender.send(Alerts.to("duty"));

      assertThat(((Outcome.Refused) outcome).reason()).isEqualTo(Outcome.Reason.UNAUTHORIZED);
      assertThat(outcome.detail()).doesNotContain("wrong-one");
    }
  }

  @Test
  void send_serverDown_isForLater() {
    try (Sender sender = sender(null, null)) {
      server.stop();

      assertThat(((Outcome.Retry) sender.send(Alerts.to("duty"))).reason())
          .isEqualTo(Outcome.Reason.UNREACHABLE);
    }
  }

  @Test
  void send_serverWithoutTheTlsAskedFor_sendsNothing() {
    Channel.Email channel = channel(Channel.Security.STARTTLS, null, null);
    try (Sender sender = sender(channel)) {
      assertThat(sender.send(Alerts.to("duty"))).isInstanceOf(Outcome.Retry.class);
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void check_answers() {
    try (Sender sender = sender(null, null)) {
      assertThat(sender.check()).isInstanceOf(Outcome.Sent.class);
    }
  }

  @Test
  void anAddressWithALineBreakIsRefusedWhenConfigured() {
    Channel.Email channel =
        new Channel.Email(
            List.of("duty@example.org\r\nBcc: all@example.org"),
            "wirewatch@example.org",
            new Channel.Smtp("127.0.0.1", 25, Channel.Security.NONE, null, null, null));

    assertThatThrownBy(() -> sender(channel))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no mail address");
  }

  private static Notification revision(int revision) {
    return Alerts.to(
        "duty", Alerts.airspace("a-1", revision, Change.STATUS_CHANGED, Status.ENDED), Alerts.TEN);
  }

  private Sender sender(@Nullable String user, @Nullable String password) {
    return sender(channel(Channel.Security.NONE, user, password));
  }

  private static Sender sender(Channel.Email channel) {
    return new EmailSender(
        ReceiverConfig.of("duty", channel), channel, null, Duration.ofSeconds(3));
  }

  private Channel.Email channel(
      Channel.Security security, @Nullable String user, @Nullable String password) {
    return new Channel.Email(
        List.of("duty@example.org"),
        "Wirewatch <wirewatch@example.org>",
        new Channel.Smtp(
            "127.0.0.1",
            server.getSmtp().getPort(),
            security,
            user,
            password == null ? null : Secret.of(password),
            null));
  }
}
