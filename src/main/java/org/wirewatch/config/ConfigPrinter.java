package org.wirewatch.config;

import static org.wirewatch.config.Spelling.duration;
import static org.wirewatch.config.Spelling.ordered;
import static org.wirewatch.config.Spelling.put;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.notify.Channel;
import org.wirewatch.notify.ReceiverConfig;
import org.wirewatch.notify.Secret;
import org.wirewatch.notify.Template;
import org.wirewatch.notify.Templates;
import org.wirewatch.poll.PollConfig;
import org.wirewatch.route.QuietHours;
import org.wirewatch.route.ReceiverHours;
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
    root.put(
        "watchlists",
        config.starters().watchlists()
            ? null
            : config.watchlistFiles().stream().map(Object::toString).toList());
    List<Object> feeds =
        new ArrayList<>(config.feedFiles().stream().map(Object::toString).toList());
    config.feeds().forEach(f -> feeds.add(feed(f)));
    root.put("feeds", config.starters().feeds() ? null : feeds);
    root.put("intake", intake(config.intake()));
    root.put("stories", ordered("alerts_per_hour", config.stories().alertsPerHour()));
    root.put(
        "receivers", config.telling().receivers().stream().map(r -> receiver(r, config)).toList());
    root.put("routes", RoutePrinter.route(config.routing().root()));
    root.put(
        "inhibit", config.routing().inhibitions().stream().map(RoutePrinter::inhibition).toList());
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
        Scalars.spelled(smtp.security()),
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
        quiet.bypass() == null ? null : Scalars.spelled(quiet.bypass()));
  }

  private static String text(URI uri) {
    return uri.toString();
  }

  private static @Nullable String hidden(@Nullable Secret secret) {
    return secret == null ? null : "***";
  }

  private static String size(long bytes) {
    if (bytes % (1 << 20) == 0) {
      return (bytes >> 20) + "MB";
    }
    return bytes % (1 << 10) == 0 ? (bytes >> 10) + "KB" : bytes + "B";
  }
}
