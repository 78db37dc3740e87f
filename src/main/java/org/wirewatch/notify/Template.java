package org.wirewatch.notify;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirewatch.json.Json;
import org.wirewatch.model.Notification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A form of a message that users wrote, in Mustache: names in double braces, sections, no logic.
 * What is filled in comes from feeds and is escaped for its place without exception, so {@code
 * {{{raw}}}} and {@code {{&raw}}} are refused. Immutable and thread-safe.
 */
public final class Template {
  private static final Pattern RAW = Pattern.compile("\\{\\{(?:\\{|\\s*&)");
  private static final Pattern DELIMITERS = Pattern.compile("\\{\\{\\s*=");

  private final Kind kind;
  private final String source;
  private final com.samskivert.mustache.Template compiled;

  /** What a template makes, which decides how its values are escaped. */
  public enum Kind {
    /** One line. */
    SUBJECT,
    /** Plain text. */
    TEXT,
    HTML,
    /** Slack's Block Kit: a JSON array of blocks. */
    BLOCKS
  }

  /** A template that cannot be used. */
  public static final class Fault extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;

    Fault(int line, String message) {
      super(message);
      this.line = line;
    }

    /** Where in the template, from 1. */
    public int line() {
      return line;
    }
  }

  private Template(Kind kind, String source, com.samskivert.mustache.Template compiled) {
    this.kind = kind;
    this.source = source;
    this.compiled = compiled;
  }

  /**
   * Reads a template and tries it on messages of every form, so that what is wrong is found now and
   * not with the first alert.
   *
   * @throws Fault if it cannot be read, names something that there is not, or makes what its kind
   *     is not
   */
  public static Template of(Kind kind, String source) throws Fault {
    refuse(RAW, source, "texts come from feeds and are always escaped; write {{name}}");
    refuse(DELIMITERS, source, "the braces cannot be changed; write {{name}}");
    Template template = new Template(kind, source, compile(kind, source));
    template.checkNames();
    for (Notification.Form form : Notification.Form.values()) {
      template.tryOn(Samples.notification("receiver", form, Samples.THEN));
    }
    return template;
  }

  private static void refuse(Pattern pattern, String source, String why) throws Fault {
    Matcher found = pattern.matcher(source);
    if (found.find()) {
      throw new Fault(line(source, found.start()), why);
    }
  }

  private static com.samskivert.mustache.Template compile(Kind kind, String source) throws Fault {
    try {
      return Mustache.compiler()
          .withEscaper(text -> escape(kind, text))
          .nullValue("")
          .emptyStringIsFalse(true)
          .zeroIsFalse(true)
          .strictSections(true)
          .compile(source);
    } catch (MustacheParseException e) {
      Matcher told = Pattern.compile("line (\\d+)").matcher(String.valueOf(e.getMessage()));
      throw new Fault(
          told.find() ? Integer.parseInt(told.group(1)) : 1,
          Clean.line(String.valueOf(e.getMessage())));
    }
  }

  private static String escape(Kind kind, String text) {
    return switch (kind) {
      case SUBJECT, TEXT -> text;
      case HTML -> Clean.html(text);
      case BLOCKS -> {
        String mrkdwn = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String json = Json.mapper().writeValueAsString(mrkdwn);
        yield json.substring(1, json.length() - 1);
      }
    };
  }

  private void checkNames() throws Fault {
    Set<String> unknown = new TreeSet<>();
    compiled.visit(
        new Names(name -> {
          if (!TemplateWords.NAMES.contains(name)) {
            unknown.add(name);
          }
        }));
    for (String name : unknown) {
      Matcher at = Pattern.compile("\\{\\{[#^]?\\s*" + Pattern.quote(name)).matcher(source);
      throw new Fault(
          at.find() ? line(source, at.start()) : 1,
          "there is no {{"
              + name
              + "}}; there are "
              + String.join(", ", new TreeSet<>(TemplateWords.NAMES)));
    }
  }

  private void tryOn(Notification notification) throws Fault {
    try {
      String made = render(notification, ZoneOffset.UTC);
      if (kind == Kind.BLOCKS) {
        JsonNode blocks = Json.mapper().readTree(made);
        if (!blocks.isArray() || blocks.isEmpty() || blocks.size() > SlackMessage.MOST_BLOCKS) {
          throw new Fault(1, "blocks are a JSON array of 1 to " + SlackMessage.MOST_BLOCKS);
        }
      }
    } catch (MustacheException e) {
      throw new Fault(1, Clean.line(String.valueOf(e.getMessage())));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new Fault(
          Math.max(1, line),
          "filled in for a message of the form "
              + Telling.word(notification.form())
              + " it is no JSON: "
              + Clean.line(e.getOriginalMessage()));
    }
  }

  private static int line(String source, int offset) {
    return 1 + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** The message in this form. */
  String render(Notification notification, ZoneId zone) {
    String made = compiled.execute(TemplateWords.of(notification, zone));
    return kind == Kind.SUBJECT ? Clean.line(made) : made;
  }

  /** As it was written. */
  public String source() {
    return source;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Template other && kind == other.kind && source.equals(other.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** Every name that a template mentions, in branches that are not taken too. */
  private record Names(java.util.function.Consumer<String> found) implements Mustache.Visitor {
    @Override
    public void visitText(String text) {}

    @Override
    public void visitVariable(String name) {
      found.accept(name);
    }

    @Override
    public boolean visitInclude(String name) {
      found.accept("> " + name);
      return false;
    }

    @Override
    public boolean visitSection(String name) {
      found.accept(name);
      return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
      found.accept(name);
      return true;
    }
  }
}
