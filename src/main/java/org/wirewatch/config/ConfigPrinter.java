package org.wirewatch.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Matchers;
import org.wirewatch.notify.Channel;
import org.wirewatch.notify.ReceiverConfig;
import org.wirewatch.notify.Secret;
import org.wirewatch.notify.Template;
import org.wirewatch.notify.Templates;
import org.wirewatch.poll.PollConfig;
import org.wirewatch.route.Digest;
import org.wirewatch.route.Inhibition;
import org.wirewatch.route.QuietHours;
import org.wirewatch.route.ReceiverHours;
import org.wirewatch.route.RouteConfig;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a configuration as the file that would give it; secrets are never written. */
public final class ConfigPrinter {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .build();

  private ConfigPrinter() {}

  /** YAML that {@link ConfigReader} reads; each secret is {@code "***"}. */
  public static String print(AppConfig config) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("data", config.data().toString());
    root.put("kafka", kafka(config.kafka()));
    root.put("watchlists", config.watchlistFiles().stream().map(Object::toString).toList());
    List<Object> feeds =
        new ArrayList<>(config.feedFiles().stream().map(Object::toString).toList());
    config.feeds().forEach(f -> feeds.add(feed(f)));
    root.put("feeds", feeds);
    root.put("intake", intake(config.intake()));
    root.put("stories", ordered("alerts_per_hour", config.stories().alertsPerHour()));
    root.put(
        "receivers", config.telling().receivers().stream().map(r -> receiver(r, config)).toList());
    root.put("routes", route(config.routing().root()));
    root.put(
        "inhibit", config.routing().inhibitions().stream().map(ConfigPrinter::inhibition).toList());
    root.put(
        "serve",
        ordered(
            "host",
            config.serve().host(),
            "port",
            config.serve().port(),
            "token",
            config.serve().token() == null ? null : "***",
            "public_url",
            config.serve().publicUrl(),
            "signing_key",
            config.telling().links() == null ? null : "***"));
    return YAML.writeValueAsString(root);
  }

  private static Map<String, @Nullable Object> kafka(AppConfig.Kafka kafka) {
    Map<String, String> client = new LinkedHashMap<>();
    kafka.client().keySet().stream()
        .sorted()
        .forEach(k -> client.put(k, isSecret(k) ? "***" : kafka.client().getOrDefault(k, "")));
    return ordered(
        "bootstrap_servers", kafka.bootstrapServers(), "prefix", kafka.prefix(), "client", client);
  }

  private static boolean isSecret(String property) {
    return property.contains("password")
        || property.contains("jaas")
        || property.contains("secret")
        || property.contains("key");
  }

  private static Map<String, @Nullable Object> feed(FeedDefinition feed) {
    return ordered(
        "url",
        feed.url(),
        "name",
        feed.name(),
        "country",
        feed.country(),
        "language",
        feed.language(),
        "tier",
        feed.tier(),
        "family",
        feed.family(),
        "interval",
        duration(feed.interval()),
        "full_text",
        feed.fullText(),
        "categories",
        feed.categories());
  }

  private static Map<String, @Nullable Object> intake(PollConfig intake) {
    return ordered(
        "freshness", duration(intake.freshness()),
        "allow_private_addresses", intake.allowPrivateAddresses(),
        "max_bytes", size(intake.limits().maxBytes()),
        "max_entries", intake.limits().maxEntries(),
        "max_depth", intake.limits().maxDepth(),
        "user_agent_contact", intake.userAgentContact(),
        "watch_folder", intake.watchFolder() == null ? null : intake.watchFolder().toString());
  }

  private static Map<String, @Nullable Object> receiver(ReceiverConfig receiver, AppConfig config) {
    Map<String, @Nullable Object> map =
        ordered(
            "name",
            receiver.name(),
            "time_zone",
            receiver.timeZone().getId(),
            "time_to_live",
            duration(receiver.timeToLive()));
    config.routing().receivers().stream()
        .filter(h -> h.name().equals(receiver.name()))
        .map(ReceiverHours::quietHours)
        .filter(q -> q != null)
        .findFirst()
        .ifPresent(q -> map.put("quiet_hours", quiet(q)));
    templates(receiver.templates()).ifPresent(t -> map.put("templates", t));
    switch (receiver.channel()) {
      case Channel.Console _ -> map.put("console", Map.of());
      case Channel.SlackWebhook c -> map.put("slack", ordered("webhook", hidden(c.webhook())));
      case Channel.SlackBot c ->
          map.put(
              "slack",
              ordered(
                  "token",
                  hidden(c.token()),
                  "channel",
                  c.channel(),
                  "api",
                  text(c.api()),
                  "signing_secret",
                  hidden(c.signingSecret()),
                  "app_token",
                  hidden(c.appToken())));
      case Channel.Email c ->
          map.put("email", ordered("to", c.to(), "from", c.from(), "smtp", smtp(c.smtp())));
      case Channel.Webhook c ->
          map.put(
              "webhook",
              ordered(
                  "url",
                  text(c.url()),
                  "secret",
                  hidden(c.secret()),
                  "allow_private_addresses",
                  c.allowPrivateAddresses()));
      case Channel.KafkaTopic c -> map.put("kafka", ordered("topic", c.topic()));
      case Channel.Teams c -> map.put("teams", ordered("webhook", hidden(c.webhook())));
      case Channel.Telegram c ->
          map.put(
              "telegram",
              ordered("token", hidden(c.token()), "chat", c.chat(), "api", text(c.api())));
      case Channel.PagerDuty c ->
          map.put(
              "pagerduty", ordered("routing_key", hidden(c.routingKey()), "api", text(c.api())));
      case Channel.Ntfy c ->
          map.put("ntfy", ordered("url", text(c.url()), "token", hidden(c.token())));
    }
    return map;
  }

  private static Optional<Map<String, @Nullable Object>> templates(Templates templates) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "subject", source(templates.subject()));
    put(map, "text", source(templates.text()));
    put(map, "html", source(templates.html()));
    put(map, "blocks", source(templates.blocks()));
    return map.isEmpty() ? Optional.empty() : Optional.of(map);
  }

  private static @Nullable String source(@Nullable Template template) {
    return template == null ? null : template.source();
  }

  private static Map<String, @Nullable Object> smtp(Channel.Smtp smtp) {
    return ordered(
        "host",
        smtp.host(),
        "port",
        smtp.port(),
        "security",
        Section.spelled(smtp.security()),
        "user",
        smtp.user(),
        "password",
        hidden(smtp.password()),
        "ca_file",
        smtp.authorities() == null ? null : smtp.authorities().toString());
  }

  private static Map<String, @Nullable Object> quiet(QuietHours quiet) {
    return ordered(
        "from",
        quiet.from().toString(),
        "to",
        quiet.to().toString(),
        "bypass",
        quiet.bypass() == null ? null : Section.spelled(quiet.bypass()));
  }

  private static Map<String, @Nullable Object> route(RouteConfig route) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "match", match(route.match()));
    put(map, "receiver", route.receiver());
    put(
        map,
        "group_by",
        route.groupBy() == null ? null : route.groupBy().stream().map(Section::spelled).toList());
    put(map, "first", route.first() == null ? null : duration(route.first()));
    put(
        map,
        "updates",
        route.updates() == null
            ? null
            : ordered(
                "on", words(route.updates().on()), "at_most", duration(route.updates().atMost())));
    put(
        map,
        "reminder",
        route.reminder() == null || route.reminder().isZero() ? null : duration(route.reminder()));
    put(map, "continue", route.goesOn() ? true : null);
    put(
        map,
        "escalate",
        route.escalate() == null
            ? null
            : route
                .escalate()
                .steps()
                .map(step -> ordered("after", duration(step.after()), "to", step.to()))
                .toList());
    put(map, "digest", route.digest() == null ? null : digest(route.digest()));
    put(
        map,
        "routes",
        route.routes().isEmpty()
            ? null
            : route.routes().stream().map(ConfigPrinter::route).toList());
    return map;
  }

  private static Map<String, @Nullable Object> inhibition(Inhibition inhibition) {
    return ordered(
        "by",
        match(inhibition.source()),
        "of",
        match(inhibition.target()),
        "equal",
        inhibition.equal().stream().map(Section::spelled).toList());
  }

  private static @Nullable Map<String, @Nullable Object> match(Matchers match) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "watchlist", words(match.watchlist()));
    put(map, "entry", words(match.entry()));
    put(map, "kind", words(match.kind()));
    put(map, "place", words(match.place()));
    put(map, "severity", words(match.severity()));
    put(map, "status", words(match.status()));
    put(map, "tier", words(match.tier()));
    put(map, "language", words(match.language()));
    put(map, "change", words(match.change()));
    return map.isEmpty() ? null : map;
  }

  private static @Nullable List<String> words(Collection<?> values) {
    return values.isEmpty()
        ? null
        : values.stream()
            .sorted()
            .map(v -> v instanceof Enum<?> constant ? Section.spelled(constant) : v.toString())
            .toList();
  }

  private static String digest(Digest digest) {
    return switch (digest) {
      case Digest.Hourly _ -> "hourly";
      case Digest.Daily daily -> "daily " + daily.at();
      case Digest.Weekly weekly ->
          "weekly " + Section.spelled(weekly.on()).substring(0, 3) + " " + weekly.at();
    };
  }

  private static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static String text(URI uri) {
    return uri.toString();
  }

  private static @Nullable String hidden(@Nullable Secret secret) {
    return secret == null ? null : "***";
  }

  /** As it would be written: the largest unit that divides it. */
  private static String duration(Duration duration) {
    long ms = duration.toMillis();
    record Unit(String name, long ms) {}
    return List.of(
            new Unit("d", 86_400_000),
            new Unit("h", 3_600_000),
            new Unit("m", 60_000),
            new Unit("s", 1000))
        .stream()
        .filter(u -> ms > 0 && ms % u.ms() == 0)
        .map(u -> ms / u.ms() + u.name())
        .findFirst()
        .orElse(ms == 0 ? "0s" : ms + "ms");
  }

  private static String size(long bytes) {
    if (bytes % (1 << 20) == 0) {
      return (bytes >> 20) + "MB";
    }
    return bytes % (1 << 10) == 0 ? (bytes >> 10) + "KB" : bytes + "B";
  }

  private static Map<String, @Nullable Object> ordered(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }
}
