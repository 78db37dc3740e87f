package org.wirewatch.notify;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirewatch.model.Notification;

/**
 * What templates may name. The words of the first alert stand at the top too, so that a message
 * about one alert needs no section. Pure.
 */
final class TemplateWords {
  /** Every name, wherever it stands. */
  static final Set<String> NAMES = names();

  private TemplateWords() {}

  static Map<String, Object> of(Notification notification, ZoneId zone) {
    List<Map<String, Object>> alerts =
        notification.alerts().stream().map(a -> alert(Telling.of(a, zone))).toList();
    Map<String, Object> words = new HashMap<>(alerts.getFirst());
    words.put("alerts", alerts);
    words.put("count", notification.alerts().size() + notification.more());
    words.put("more", notification.more());
    words.put("form", Telling.word(notification.form()));
    words.put("lead", Telling.lead(notification));
    words.put("receiver", notification.receiver());
    words.put("told_because", notification.why().stream().map(Clean::line).toList());
    words.put("created", Telling.time(notification.created(), zone));
    return words;
  }

  private static Map<String, Object> alert(Telling telling) {
    Map<String, Object> words = new HashMap<>();
    Telling.Quote quote = telling.quote();
    String url = telling.url();
    words.put("id", telling.alert().id());
    words.put("revision", telling.alert().revision());
    words.put("watchlist", Clean.line(telling.alert().watchlist()));
    words.put("entry", telling.alert().entry());
    words.put("severity", Telling.word(telling.severity()));
    words.put("colour", SlackMessage.colour(telling.severity()));
    words.put("name", Clean.line(telling.alert().name()));
    words.put("title", telling.subject());
    words.put("change", telling.change());
    words.put("headline", telling.headline());
    words.put("summary", telling.summary());
    words.put("quote", quote == null ? "" : quote.plain().strip());
    words.put("standing", telling.standing());
    words.put("because", telling.why());
    words.put("url", url == null ? "" : url);
    words.put("revised", telling.revised());
    words.put("over", telling.isOver());
    words.put("sources", telling.sources().stream().map(TemplateWords::source).toList());
    return words;
  }

  private static Map<String, Object> source(Telling.Source source) {
    String url = source.url();
    return Map.of(
        "source_name",
        source.name(),
        "source_title",
        source.title(),
        "source_url",
        url == null ? "" : url);
  }

  private static Set<String> names() {
    Map<String, Object> words =
        of(Samples.notification("", Notification.Form.ALERT, Samples.THEN), ZoneId.of("UTC"));
    Set<String> names = new HashSet<>(words.keySet());
    names.addAll(Set.of("source_name", "source_title", "source_url"));
    names.addAll(Set.of(".", "this", "-first", "-last", "-index"));
    return Set.copyOf(names);
  }
}
