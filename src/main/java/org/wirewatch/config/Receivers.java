package org.wirewatch.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;
import org.wirewatch.notify.Channel;
import org.wirewatch.notify.NotifyConfig;
import org.wirewatch.notify.ReceiverConfig;
import org.wirewatch.notify.Secret;
import org.wirewatch.route.QuietHours;
import org.wirewatch.route.ReceiverHours;
import org.wirewatch.route.RouteConfig;

/**
 * Reads the receivers, what {@code notify} and what {@code route} need of each. Confined to one
 * thread.
 */
final class Receivers {
  private static final List<String> WAYS =
      List.of(
          "console",
          "slack",
          "email",
          "webhook",
          "kafka",
          "teams",
          "telegram",
          "pagerduty",
          "ntfy");
  private static final URI NOWHERE = URI.create("http://invalid/");

  private final Path folder;
  private final Set<Path> read;
  private final Map<String, ReceiverConfig> receivers = new LinkedHashMap<>();
  private final List<ReceiverHours> hours = new ArrayList<>();

  /**
   * @param folder relative paths begin here
   * @param read takes in the files that are named
   */
  Receivers(Path folder, Set<Path> read) {
    this.folder = folder;
    this.read = read;
  }

  /** Everything that can be sent to; the console is always among it. */
  NotifyConfig telling() {
    List<ReceiverConfig> all = new ArrayList<>(receivers.values());
    if (!receivers.containsKey(ReceiverConfig.CONSOLE.name())) {
      all.add(ReceiverConfig.CONSOLE);
    }
    return NotifyConfig.DEFAULT.withReceivers(all);
  }

  List<ReceiverHours> hours() {
    return List.copyOf(hours);
  }

  boolean isEmpty() {
    return receivers.isEmpty();
  }

  Set<String> names() {
    return telling().receivers().stream().map(ReceiverConfig::name).collect(Collectors.toSet());
  }

  /** Receivers without routes: each is told what the console would be. */
  RouteConfig firstTakesAll() {
    List<RouteConfig> routes =
        receivers.keySet().stream()
            .map(r -> goingOn(RouteConfig.to(r, Matchers.atLeast(Severity.LOW))))
            .toList();
    return RouteConfig.DEFAULT.withRoutes(routes);
  }

  private static RouteConfig goingOn(RouteConfig route) {
    return new RouteConfig(
        route.match(),
        route.receiver(),
        route.groupBy(),
        route.first(),
        route.updates(),
        route.reminder(),
        true,
        route.escalate(),
        route.digest(),
        route.routes());
  }

  void read(Section section) {
    String name = section.required("name", "duty-mail");
    ZoneId zone =
        section.parsed(
            "time_zone",
            ZoneOffset.UTC,
            "an IANA time zone such as America/Caracas",
            Receivers::zone);
    hours.add(new ReceiverHours(name, zone, quiet(section)));
    List<String> ways = WAYS.stream().filter(section::mentions).toList();
    if (ways.size() == 1) {
      Channel channel = channel(section, ways.getFirst());
      ReceiverConfig receiver =
          new ReceiverConfig(
              name,
              zone,
              section.duration("time_to_live", ReceiverConfig.DEFAULT_TIME_TO_LIVE),
              channel,
              new TemplateReader(folder, read).read(section, ways.getFirst()));
      if (!name.isEmpty() && receivers.putIfAbsent(name, receiver) != null) {
        section.error(
            section.at("name"),
            "receiver '" + name + "' stands already above; give this one another name");
      }
    } else {
      section.error(
          section.at(),
          "receiver '" + name + "' needs one way to be told, of " + String.join(", ", WAYS));
    }
    section.end();
  }

  private static @Nullable QuietHours quiet(Section section) {
    if (!section.has("quiet_hours")) {
      return null;
    }
    Section quiet = section.section("quiet_hours");
    LocalTime from =
        quiet.parsed("from", LocalTime.of(22, 0), "a time such as \"22:00\"", Receivers::time);
    LocalTime to =
        quiet.parsed("to", LocalTime.of(6, 0), "a time such as \"06:00\"", Receivers::time);
    Severity bypass = quiet.has("bypass") ? quiet.choice("bypass", Severity.CRITICAL) : null;
    quiet.end();
    return new QuietHours(from, to, bypass);
  }

  private Channel channel(Section section, String way) {
    Section s = section.section(way);
    Channel channel =
        switch (way) {
          case "console" -> new Channel.Console();
          case "slack" -> slack(s);
          case "email" -> email(s);
          case "webhook" ->
              new Channel.Webhook(
                  url(s, "url"), secret(s, "secret"), s.flag("allow_private_addresses", false));
          case "kafka" -> new Channel.KafkaTopic(s.required("topic", "alerts.critical"));
          case "teams" -> new Channel.Teams(needed(s, "webhook"));
          case "telegram" ->
              new Channel.Telegram(
                  needed(s, "token"),
                  s.required("chat", "\"@duty\""),
                  url(s, "api", Channel.Telegram.API));
          case "pagerduty" ->
              new Channel.PagerDuty(needed(s, "routing_key"), url(s, "api", Channel.PagerDuty.API));
          default -> new Channel.Ntfy(url(s, "url"), secret(s, "token"));
        };
    s.end();
    return channel;
  }

  private static Channel slack(Section s) {
    if (s.has("webhook")) {
      return new Channel.SlackWebhook(needed(s, "webhook"));
    }
    if (!s.has("token")) {
      s.error(
          s.at(),
          "slack needs a webhook (an incoming webhook's address) or a token with a channel");
    }
    return new Channel.SlackBot(
        s.has("token") ? needed(s, "token") : Secret.of(""),
        s.required("channel", "\"#alerts\""),
        url(s, "api", Channel.SlackBot.API),
        secret(s, "signing_secret"),
        secret(s, "app_token"));
  }

  private Channel email(Section s) {
    List<String> to = s.texts("to");
    if (to.isEmpty()) {
      s.error(s.at(), "'to' is missing; write to: [duty@example.org]");
    }
    String from = s.required("from", "wirewatch@example.org");
    Section smtp = s.section("smtp");
    Channel.Security security = smtp.choice("security", Channel.Security.STARTTLS);
    int port =
        switch (security) {
          case STARTTLS -> 587;
          case TLS -> 465;
          case NONE -> 25;
        };
    Channel.Smtp server =
        new Channel.Smtp(
            smtp.required("host", "mail.example"),
            smtp.number("port", port, 1, 65_535),
            security,
            smtp.text("user").orElse(null),
            secret(smtp, "password"),
            smtp.text("ca_file").map(folder::resolve).orElse(null));
    smtp.end();
    return new Channel.Email(to, from, server);
  }

  private static Secret needed(Section s, String key) {
    return Secret.of(s.required(key, "\"${NAME}\""));
  }

  private static @Nullable Secret secret(Section s, String key) {
    return s.text(key).map(Secret::of).orElse(null);
  }

  private static URI url(Section s, String key) {
    s.required(key, "\"https://erp.example/hook\"");
    return url(s, key, NOWHERE);
  }

  private static URI url(Section s, String key, URI fallback) {
    return s.parsed(key, fallback, "an http or https address", Receivers::address);
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
