package org.wirewatch.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirewatch.json.Json;
import org.wirewatch.model.FeedDefinition;

/**
 * Adds feeds to the text of a feeds file and leaves everything else in it as its author wrote it,
 * comments and order included. Pure.
 */
public final class FeedFileWriter {
  private static final Pattern EMPTY_LIST =
      Pattern.compile("(?m)^feeds:[ \\t]*(\\[[ \\t]*])?[ \\t]*(#.*)?$");
  private static final Pattern DASH = Pattern.compile("(?m)^([ \\t]*)- ");

  private FeedFileWriter() {}

  /**
   * The text with more feeds at the end of its list. Of a feed, its address, name, language and
   * categories are written; the rest is left to the defaults.
   *
   * @param text of a file that {@link FeedFileReader} reads without errors; may be blank
   * @throws IllegalArgumentException if its list is written in a way that cannot be added to
   */
  public static String append(String text, List<FeedDefinition> feeds) {
    if (feeds.isEmpty()) {
      return text;
    }
    Matcher dash = DASH.matcher(text);
    boolean begun = dash.find();
    String indent = begun ? dash.group(1) : "  ";
    StringBuilder out = new StringBuilder(begun ? text : emptyList(text));
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    feeds.forEach(f -> out.append(indent).append("- ").append(line(f)).append('\n'));
    if (urls(out.toString()).size() != urls(text).size() + feeds.size()) {
      throw new IllegalArgumentException(
          "write each feed under 'feeds:' on a line of its own that begins with '-'");
    }
    return out.toString();
  }

  private static String emptyList(String text) {
    Matcher empty = EMPTY_LIST.matcher(text);
    return empty.find()
        ? text.substring(0, empty.start()) + "feeds:" + text.substring(empty.end())
        : text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + "feeds:\n";
  }

  private static List<String> urls(String text) {
    return text.isBlank()
        ? List.of()
        : FeedFileReader.read("", text).value().stream().map(FeedDefinition::url).toList();
  }

  private static String line(FeedDefinition feed) {
    List<String> pairs = new ArrayList<>();
    pairs.add("url: " + quoted(feed.url()));
    if (!feed.name().isBlank()) {
      pairs.add("name: " + quoted(feed.name()));
    }
    if (feed.language() != null) {
      pairs.add("language: " + quoted(feed.language()));
    }
    if (!feed.categories().isEmpty()) {
      pairs.add(
          "categories: ["
              + String.join(", ", feed.categories().stream().map(FeedFileWriter::quoted).toList())
              + "]");
    }
    return "{" + String.join(", ", pairs) + "}";
  }

  /** A string of JSON is one of YAML. */
  private static String quoted(String text) {
    return Json.mapper().writeValueAsString(text);
  }
}
