package org.wirewatch.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.notify.NotifyConfig;
import org.wirewatch.notify.Secret;
import org.wirewatch.poll.PollConfig;
import org.wirewatch.route.Inhibition;
import org.wirewatch.route.RouteConfig;
import org.wirewatch.route.Routing;
import org.wirewatch.serve.DeskConfig;
import org.wirewatch.serve.Token;
import org.wirewatch.story.StoryLimits;

/** Reads the configuration file: every key optional, unknown ones refused, all problems at once. */
public final class ConfigReader {
  private static final int SAFE_TOKEN = 16;
  private static final int MAX_BODY = 1 << 30;
  private static final int MAX_ALERTS = 1_000_000;
  private static final int MAX_ENTRIES = PollConfig.MOST_ENTRIES;

  private final Path folder;
  private final Set<Path> read = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private ConfigReader(Path folder) {
    this.folder = folder;
  }

  /**
   * The configuration of a file, defaults filled in.
   *
   * @param environment where {@code ${NAME}} is looked up
   */
  public static Loaded<AppConfig> read(Path file, Map<String, String> environment) {
    Loaded<Optional<String>> text = WrittenFiles.text(file);
    if (text.value().isEmpty()) {
      return new Loaded<>(AppConfig.DEFAULT, text.problems());
    }
    Loaded<Yaml> yaml = Yaml.read(file.toString(), text.value().get());
    if (yaml.hasErrors()) {
      return new Loaded<>(AppConfig.DEFAULT, yaml.problems());
    }
    Path parent = file.toAbsolutePath().getParent();
    ConfigReader reader = new ConfigReader(parent == null ? Path.of("").toAbsolutePath() : parent);
    Section root =
        new Section(
            yaml.value(),
            "",
            reader.problems,
            new Variables(environment, reader.folder, reader.read, reader.problems));
    AppConfig config = reader.config(root);
    return new Loaded<>(config, reader.problems);
  }

  private AppConfig config(Section root) {
    AppConfig defaults = AppConfig.DEFAULT;
    Receivers receivers = new Receivers(folder, read);
    root.sections("receivers").forEach(receivers::read);
    Section served = root.section("serve");
    DeskConfig serve = serve(served);
    AppConfig config =
        new AppConfig(
            root.text("data").map(folder::resolve).orElse(defaults.data()),
            kafka(root.section("kafka")),
            files(root, "watchlists"),
            new WatchlistReader(problems).watchlists(root.mappings("watchlists")),
            files(root, "feeds"),
            new FeedFileReader(problems).feeds(root.mappings("feeds")),
            new AppConfig.Starters(!root.says("watchlists"), !root.says("feeds")),
            intake(root.section("intake")),
            stories(root.section("stories")),
            receivers.telling().withLinks(links(served, serve)),
            routing(root, receivers),
            serve,
            List.copyOf(read));
    served.end();
    root.end();
    return config;
  }

  private List<Path> files(Section root, String key) {
    return root.words(key).stream().map(folder::resolve).toList();
  }

  private static AppConfig.Kafka kafka(Section section) {
    Map<String, String> client = new LinkedHashMap<>();
    Section given = section.section("client");
    given.pairs().forEach(p -> given.text(p.key()).ifPresent(v -> client.put(p.key(), v)));
    AppConfig.Kafka kafka =
        new AppConfig.Kafka(
            section.text("bootstrap_servers").orElse(null),
            section.parsed(
                "prefix",
                AppConfig.Kafka.DEFAULT.prefix(),
                "letters, digits, dots, hyphens and underscores",
                t -> Optional.of(t).filter(p -> p.matches("[A-Za-z0-9._-]{1,200}"))),
            client);
    section.end();
    return kafka;
  }

  private PollConfig intake(Section section) {
    PollConfig defaults = PollConfig.DEFAULT;
    PollConfig intake =
        new PollConfig(
            section.duration("freshness", defaults.freshness()),
            section.flag("allow_private_addresses", defaults.allowPrivateAddresses()),
            limits(section, defaults.limits()),
            section.text("user_agent_contact").orElse(defaults.userAgentContact()),
            section.text("watch_folder").map(folder::resolve).orElse(defaults.watchFolder()),
            defaults.manners(),
            defaults.trustedUrls(),
            defaults.instance(),
            defaults.callbacks());
    section.end();
    return intake;
  }

  private static StoryLimits stories(Section section) {
    StoryLimits defaults = StoryLimits.DEFAULT;
    int most = section.number("alerts_per_hour", defaults.alertsPerHour(), 1, MAX_ALERTS);
    section.end();
    return defaults.withAlertsPerHour(most);
  }

  private static FeedLimits limits(Section intake, FeedLimits defaults) {
    return new FeedLimits(
        (int) intake.size("max_bytes", defaults.maxBytes(), MAX_BODY),
        intake.number("max_entries", defaults.maxEntries(), 1, MAX_ENTRIES),
        intake.number("max_depth", defaults.maxDepth(), 1, FeedLimits.DEEPEST),
        defaults.maxElements());
  }

  private Routing routing(Section root, Receivers receivers) {
    List<Inhibition> inhibitions =
        root.sections("inhibit").stream().map(RouteReader::inhibition).toList();
    if (!root.has("routes")) {
      RouteConfig all = receivers.isEmpty() ? RouteConfig.DEFAULT : receivers.firstTakesAll();
      return new Routing(all, receivers.hours(), inhibitions);
    }
    Section section = root.section("routes");
    Routing routing = new Routing(new RouteReader().read(section), receivers.hours(), inhibitions);
    routing.problems(receivers.names()).forEach(p -> section.error(section.at(), p));
    return routing;
  }

  private static DeskConfig serve(Section section) {
    DeskConfig defaults = DeskConfig.DEFAULT;
    DeskConfig serve =
        new DeskConfig(
            section.text("host", defaults.host()),
            section.number("port", defaults.port(), 0, 65_535),
            token(section),
            publicUrl(section));
    if (serve.token() == null && !serve.isLoopback()) {
      section.warning(
          section.at("host"),
          "other machines reach the desk on "
              + serve.host()
              + ", and without serve.token it takes no items and no orders from anybody");
    }
    return serve;
  }

  /** Links in mails need an address that their readers reach, and a key that nobody guesses. */
  private static NotifyConfig.@Nullable Links links(Section section, DeskConfig serve) {
    Optional<String> key = section.text("signing_key").filter(k -> !k.isBlank());
    if (key.isEmpty()) {
      return null;
    }
    if (key.get().length() < SAFE_TOKEN) {
      section.error(
          section.at("signing_key"),
          "'serve.signing_key' has fewer than "
              + SAFE_TOKEN
              + " characters and can be guessed; make one with 'openssl rand -hex 32'");
    }
    String url = serve.publicUrl();
    if (url == null) {
      section.error(
          section.at("signing_key"),
          "links in mails need 'serve.public_url' too, the address of the desk from outside");
      return null;
    }
    return new NotifyConfig.Links(URI.create(url.replaceFirst("/+$", "")), Secret.of(key.get()));
  }

  private static @Nullable String publicUrl(Section section) {
    String url =
        section.parsed(
            "public_url",
            "",
            "an http or https address, such as https://wirewatch.example",
            text ->
                Optional.of(text.strip().replaceAll("/+$", ""))
                    .filter(t -> t.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")));
    return url.isEmpty() ? null : url;
  }

  private static @Nullable Token token(Section section) {
    Optional<String> token = section.text("token").filter(t -> !t.isBlank());
    if (token.isPresent() && token.get().length() < SAFE_TOKEN) {
      section.warning(
          section.at("token"),
          "'serve.token' has fewer than "
              + SAFE_TOKEN
              + " characters and can be guessed; make one with 'openssl rand -hex 16'");
    }
    return token.map(Token::of).orElse(null);
  }
}
