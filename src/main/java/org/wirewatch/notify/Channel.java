package org.wirewatch.notify;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to a receiver. */
public sealed interface Channel {

  /** Standard output: coloured on a terminal, plain on a pipe. */
  record Console() implements Channel {}

  /**
   * A Slack incoming webhook.
   *
   * @param webhook its address, which is all that is needed to post
   */
  record SlackWebhook(Secret webhook) implements Channel {}

  /**
   * A Slack app with a bot token: one message per alert, edited in place, its history in the
   * thread.
   *
   * @param channel name or id
   * @param api the address that the method names are appended to
   * @param signingSecret proves that a button pressed at our HTTP endpoint came from Slack; null
   *     where there is none
   * @param appToken opens Socket Mode, by which buttons work without an address that Slack can
   *     reach; null where that is not used
   */
  record SlackBot(
      Secret token,
      String channel,
      URI api,
      @Nullable Secret signingSecret,
      @Nullable Secret appToken)
      implements Channel {
    public static final URI API = URI.create("https://slack.com/api/");

    /** Whether a pressed button reaches us. */
    public boolean hasButtons() {
      return signingSecret != null || appToken != null;
    }
  }

  /**
   * Email over SMTP.
   *
   * @param to at least one address
   * @param from an address, {@code wirewatch@example.org} or {@code Name <wirewatch@example.org>}
   */
  record Email(List<String> to, String from, Smtp smtp) implements Channel {
    public Email {
      to = List.copyOf(to);
    }
  }

  /**
   * A mail server.
   *
   * @param user null to send without signing in
   * @param authorities a PEM file of the certificates that vouch for the server; null for the
   *     public ones that Java knows
   */
  record Smtp(
      String host,
      int port,
      Security security,
      @Nullable String user,
      @Nullable Secret password,
      @Nullable Path authorities) {}

  /** How the connection to a mail server is protected. Certificates are always verified. */
  enum Security {
    /** Begins in plain text and must switch to TLS before anything is said; port 587. */
    STARTTLS,
    /** TLS from the first byte; port 465. */
    TLS,
    /** Nothing; for servers on the same machine. */
    NONE
  }

  /**
   * Any HTTP endpoint, told in CloudEvents JSON.
   *
   * @param secret signs every request; null to send unsigned
   * @param allowPrivateAddresses whether it may be on this machine or a private network
   */
  record Webhook(URI url, @Nullable Secret secret, boolean allowPrivateAddresses)
      implements Channel {}

  /** Another topic on the same Kafka. */
  record KafkaTopic(String topic) implements Channel {}

  /** A Microsoft Teams workflow that posts an Adaptive Card. */
  record Teams(Secret webhook) implements Channel {}

  /**
   * A Telegram bot.
   *
   * @param chat id of a chat, or {@code @name} of a channel
   */
  record Telegram(Secret token, String chat, URI api) implements Channel {
    public static final URI API = URI.create("https://api.telegram.org/");
  }

  /** PagerDuty's Events API v2; an alert is one incident, resolved with it. */
  record PagerDuty(Secret routingKey, URI api) implements Channel {
    public static final URI API = URI.create("https://events.pagerduty.com/v2/enqueue");
  }

  /**
   * A topic of an ntfy server.
   *
   * @param token null where the topic is open
   */
  record Ntfy(URI url, @Nullable Secret token) implements Channel {}
}
