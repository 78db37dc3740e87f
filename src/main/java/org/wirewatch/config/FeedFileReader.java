package org.wirewatch.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.pack.Organisation;

/**
 * Reads lists of feeds, from a file of their own or from the configuration. Country, tier and
 * family of a feed that does not say come from {@link KnownSources}.
 */
public final class FeedFileReader {
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int LOWEST_TIER = 3;

  private final List<Problem> problems;
  private final Map<String, Position> urls = new HashMap<>();

  FeedFileReader(List<Problem> problems) {
    this.problems = problems;
  }

  /** The feeds of a file whose one key is {@code feeds}. */
  public static Loaded<List<FeedDefinition>> read(Path file) {
    Loaded<Optional<String>> text = WrittenFiles.text(file);
    return text.value()
        .map(t -> read(file.toString(), t))
        .orElse(new Loaded<>(List.of(), text.problems()));
  }

  /** The feeds of a text; {@code name} stands for it in positions. */
  public static Loaded<List<FeedDefinition>> read(String name, String text) {
    Loaded<Yaml> yaml = Yaml.read(name, text);
    if (yaml.hasErrors()) {
      return new Loaded<>(List.of(), yaml.problems());
    }
    List<Problem> problems = new ArrayList<>(yaml.problems());
    Section root = new Section(yaml.value(), "", problems, Yaml.Scalar::text);
    List<FeedDefinition> feeds = new FeedFileReader(problems).feeds(root.sections("feeds"));
    root.end();
    return new Loaded<>(feeds, problems);
  }

  List<FeedDefinition> feeds(List<Section> sections) {
    List<FeedDefinition> feeds = new ArrayList<>();
    sections.forEach(s -> feed(s).ifPresent(feeds::add));
    return feeds;
  }

  private Optional<FeedDefinition> feed(Section section) {
    String url = section.required("url", "https://news.example/world.xml");
    Optional<String> fault = url.isEmpty() ? Optional.of("") : fault(url);
    fault.filter(f -> !f.isEmpty()).ifPresent(f -> section.error(section.at("url"), f));
    Optional<Organisation> publisher = KnownSources.of(url);
    FeedDefinition feed =
        new FeedDefinition(
            url,
            section.text("name", ""),
            section.text("country").or(() -> publisher.map(Organisation::country)).orElse(null),
            section
                .text("language")
                .or(() -> publisher.flatMap(Organisation::language))
                .orElse(null),
            section.number("tier", publisher.map(Organisation::tier).orElse(LOWEST_TIER), 1, 3),
            section.text("family").or(() -> publisher.map(Organisation::family)).orElse(null),
            section.duration("interval", INTERVAL),
            section.flag("full_text", false),
            section.texts("categories"));
    section.end();
    return fault.isPresent() || !firstUse(url, section.at("url"))
        ? Optional.empty()
        : Optional.of(feed);
  }

  /** Why an address cannot be subscribed to; empty where it can. Shows no password. */
  public static Optional<String> fault(String url) {
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https")) {
        return Optional.of("'" + url + "' is no http or https address");
      }
      if (uri.getHost() == null) {
        return Optional.of("'" + url + "' names no host");
      }
      return uri.getUserInfo() == null
          ? Optional.empty()
          : Optional.of(
              "an address with a password in it would be shown in logs; leave the user out of the feed of "
                  + uri.getHost());
    } catch (URISyntaxException e) {
      return Optional.of("'" + url + "' is no address: " + e.getReason());
    }
  }

  private boolean firstUse(String url, Position at) {
    Position earlier = urls.putIfAbsent(url, at);
    if (earlier != null) {
      problems.add(
          Problem.warning(
              at, "this feed stands already in line " + earlier.line() + "; it is polled once"));
    }
    return earlier == null;
  }
}
