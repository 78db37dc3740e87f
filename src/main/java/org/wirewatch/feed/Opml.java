package org.wirewatch.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FeedDefinition;

/**
 * Lists of subscriptions in OPML 1.0 and 2.0, as feed readers exchange them. Folders become
 * categories, nested ones with a slash between. Stateless and thread-safe.
 */
public final class Opml {
  private static final Duration USUAL_INTERVAL = Duration.ofMinutes(5);
  private static final int USUAL_TIER = 3;

  private Opml() {}

  /** What came of reading a list. */
  public sealed interface Result {
    /**
     * A list that was understood.
     *
     * @param feeds each address once, in the list's order
     * @param skipped in plain words, what was passed over
     */
    record Read(List<FeedDefinition> feeds, List<String> skipped) implements Result {
      public Read {
        feeds = List.copyOf(feeds);
        skipped = List.copyOf(skipped);
      }
    }

    /**
     * A document that is no list.
     *
     * @param reason one sentence for a person
     */
    record NotOpml(String reason) implements Result {}
  }

  /** Reads a list; broken mark-up is mended as in feeds. */
  public static Result read(byte[] body) {
    if (body.length > FeedLimits.DEFAULT.maxBytes()) {
      return new Result.NotOpml("longer than " + FeedLimits.DEFAULT.maxBytes() + " bytes");
    }
    Repairs repairs = new Repairs();
    String text = Decoder.decode(body, Origin.handedIn(Instant.EPOCH), repairs);
    Format.Root root = Format.find(XmlTree.read(text, FeedLimits.DEFAULT, repairs));
    if (root == null || root.format() != Format.OPML) {
      return new Result.NotOpml("not an OPML document");
    }
    Map<String, FeedDefinition> feeds = new LinkedHashMap<>();
    List<String> skipped = new ArrayList<>();
    for (Element child : root.element().children()) {
      if (child.name().equals("body")) {
        outlines(child, "", feeds, skipped);
      }
    }
    return new Result.Read(List.copyOf(feeds.values()), skipped);
  }

  private static void outlines(
      Element parent, String folder, Map<String, FeedDefinition> feeds, List<String> skipped) {
    for (Element outline : parent.children()) {
      String url = outline.attributeOr("xmlurl", "").strip();
      String name =
          GivenText.either(outline.attributeOr("title", outline.attributeOr("text", ""))).plain();
      if (url.isEmpty()) {
        outlines(outline, folder.isEmpty() ? name : folder + "/" + name, feeds, skipped);
      } else if (!RelativeUrl.isAbsolute(withHttp(url))) {
        skipped.add(url + ": neither http nor https");
      } else if (feeds.putIfAbsent(withHttp(url), feed(withHttp(url), name, folder, outline))
          != null) {
        skipped.add(url + ": listed twice");
      }
    }
  }

  /** {@code feed://} is http to browsers. */
  private static String withHttp(String url) {
    return url.startsWith("feed://") ? "http://" + url.substring("feed://".length()) : url;
  }

  private static FeedDefinition feed(String url, String name, String folder, Element outline) {
    List<String> categories = new ArrayList<>();
    if (!folder.isEmpty()) {
      categories.add(folder);
    }
    for (String category : outline.attributeOr("category", "").split(",", -1)) {
      String trimmed = category.strip().replaceFirst("^/", "");
      if (!trimmed.isEmpty() && !categories.contains(trimmed)) {
        categories.add(trimmed);
      }
    }
    String language = LanguageTag.of(outline.attribute("language"));
    return new FeedDefinition(
        url, name, null, language, USUAL_TIER, null, USUAL_INTERVAL, false, categories);
  }

  /** Writes a list that {@link #read} and other readers take; feeds stand in their first folder. */
  public static String write(String title, List<FeedDefinition> feeds) {
    Map<String, List<FeedDefinition>> folders = new TreeMap<>();
    for (FeedDefinition feed : feeds) {
      String folder = feed.categories().isEmpty() ? "" : feed.categories().getFirst();
      folders.computeIfAbsent(folder, _ -> new ArrayList<>()).add(feed);
    }
    StringBuilder out = new StringBuilder();
    out.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head><title>");
    out.append(escape(title)).append("</title></head>\n  <body>\n");
    folders.forEach((folder, members) -> folder(folder, members, out));
    return out.append("  </body>\n</opml>\n").toString();
  }

  private static void folder(String path, List<FeedDefinition> feeds, StringBuilder out) {
    String[] names = path.isEmpty() ? new String[0] : path.split("/", -1);
    for (String name : names) {
      out.append("    <outline text=\"").append(escape(name)).append("\">\n");
    }
    for (FeedDefinition feed : feeds) {
      out.append("    <outline type=\"rss\"");
      attribute("text", feed.name().isEmpty() ? feed.url() : feed.name(), out);
      attribute("xmlUrl", feed.url(), out);
      attribute("language", feed.language(), out);
      out.append("/>\n");
    }
    out.append("    </outline>\n".repeat(names.length));
  }

  private static void attribute(String name, @Nullable String value, StringBuilder out) {
    if (value != null) {
      out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
