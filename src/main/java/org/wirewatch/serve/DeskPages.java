package org.wirewatch.serve;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/**
 * The desk's web page: the alerts as a list that keeps itself new, and one page for each.
 * Everything is rendered here and escaped; the scripts only fetch the rows again, and show the
 * desk's token when somebody acts. Immutable; thread-safe.
 */
public final class DeskPages {
  private static final List<Option> SINCES =
      List.of(
          new Option("", "ever", false),
          new Option("1h", "an hour", false),
          new Option("24h", "a day", false),
          new Option("7d", "a week", false));
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .escapeHTML(true)
          .emptyStringIsFalse(true)
          .withLoader(n -> open(n + ".html"));

  private final DeskConfig config;
  private final Template desk = compile("desk");
  private final Template rows = compile("alerts");
  private final Template alert = compile("alert");

  /**
   * @param config of the desk that shows them; decides who may act and how they show that they may
   */
  public DeskPages(DeskConfig config) {
    this.config = config;
  }

  /**
   * Alerts to list.
   *
   * @param total how many there are, beyond those listed too
   * @param complete false while older ones are still being read
   * @param alerts the newest first
   * @param status of HTTP
   * @param fault why there are none, where the status is not 200; else empty
   */
  public record Listing(int total, boolean complete, List<Alert> alerts, int status, String fault) {
    public Listing {
      alerts = List.copyOf(alerts);
    }

    public static Listing of(int total, boolean complete, List<Alert> alerts) {
      return new Listing(total, complete, alerts, 200, "");
    }

    /** None, and why. */
    public static Listing fault(int status, String fault) {
      return new Listing(0, true, List.of(), status, fault);
    }
  }

  /** A choice of a form. */
  record Option(String value, String label, boolean chosen) {}

  private record Rows(List<AlertRow> rows, String nothing) {}

  private record Page(
      List<AlertRow> rows,
      String nothing,
      String state,
      String q,
      String country,
      List<Option> severities,
      List<Option> statuses,
      List<Option> sinces) {}

  /**
   * The whole page.
   *
   * @param asked the parameters of its address, shown in its form
   */
  public Answer desk(Listing listing, Map<String, List<String>> asked) {
    Rows listed = rows(listing);
    String html =
        desk.execute(
            new Page(
                listed.rows(),
                listed.nothing(),
                state(listing),
                given(asked, "q"),
                given(asked, "country"),
                choices(Severity.values(), given(asked, "severity")),
                choices(Status.values(), given(asked, "status")),
                chosen(SINCES, given(asked, "since"))));
    return page(listing.status(), html);
  }

  /** The rows alone, as the page's script fetches them; 304 where the caller has the same. */
  public Answer rows(Listing listing, Optional<String> known) {
    String html = rows.execute(rows(listing));
    String tag = "\"" + Integer.toHexString(html.hashCode()) + "-" + html.length() + "\"";
    boolean same = listing.status() == 200 && known.filter(tag::equals).isPresent();
    Answer answer = same ? Answer.empty(304) : page(listing.status(), html);
    return answer.with("ETag", tag).with("Cache-Control", "no-cache");
  }

  /**
   * The page of one alert. Its form posts {@code verb}, {@code who} and {@code reason} to {@code
   * /alerts/ID/actions}.
   */
  public Answer alert(Alert shown, People people) {
    boolean asks = config.token() != null;
    boolean mayAct = asks || config.isLoopback();
    // A browser that may not say where it comes from cannot show that its form is of this desk.
    return page(200, alert.execute(AlertDetail.of(shown, people, mayAct, asks)))
        .with("Referrer-Policy", "same-origin");
  }

  /**
   * One alert for programs.
   *
   * @param format {@code json}, or {@code cap} for CAP 1.2
   */
  public static Answer record(Alert shown, String format) {
    return switch (format) {
      case "json" -> Answer.json(200, shown);
      case "cap" -> Answer.text(200, "application/cap+xml", CapDocument.of(shown));
      default -> Answer.problem(400, "'format' is '" + format + "'; it takes json, cap");
    };
  }

  /** The style sheet and the scripts. */
  public List<Endpoint> assets() {
    return List.of(
        asset("desk.css", "text/css"),
        asset("desk.js", "text/javascript"),
        asset("act.js", "text/javascript"));
  }

  private static Endpoint asset(String name, String type) {
    String text = text(name);
    return Endpoint.get(
        "/" + name, _ -> Answer.text(200, type, text).with("Cache-Control", "no-cache"));
  }

  /** Nothing on a page comes from elsewhere, and no other site may frame it. */
  private static Answer page(int status, String html) {
    return Answer.text(status, "text/html", html)
        .with("Referrer-Policy", "no-referrer")
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                + " img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  }

  private static Rows rows(Listing listing) {
    return new Rows(
        listing.alerts().stream().map(AlertRow::of).toList(),
        !listing.fault().isEmpty()
            ? listing.fault()
            : listing.complete()
                ? "No alert yet that fits. What is watched comes here by itself."
                : "Still reading what is in Kafka.");
  }

  private static String state(Listing listing) {
    if (!listing.complete()) {
      return "still reading what is in Kafka";
    }
    int shown = listing.alerts().size();
    return listing.total() > shown ? "the newest " + shown + " of " + listing.total() : "";
  }

  private static String given(Map<String, List<String>> asked, String name) {
    return String.join(", ", asked.getOrDefault(name, List.of()));
  }

  private static List<Option> choices(Enum<?>[] all, String given) {
    List<Option> options = new ArrayList<>(List.of(new Option("", "any", false)));
    Stream.of(all)
        .map(AlertRow::spelled)
        .map(label -> new Option(label.replace(' ', '-'), label, false))
        .forEach(options::add);
    return chosen(options, given);
  }

  /** With what was given chosen, as a choice of its own where it is none of the usual ones. */
  private static List<Option> chosen(List<Option> options, String given) {
    List<Option> all = new ArrayList<>(options);
    if (options.stream().noneMatch(o -> o.value().equals(given))) {
      all.add(new Option(given, given, false));
    }
    all.replaceAll(o -> new Option(o.value(), o.label(), o.value().equals(given)));
    return all;
  }

  private static Template compile(String name) {
    return COMPILER.compile(text(name + ".html"));
  }

  private static Reader open(String name) {
    return new InputStreamReader(stream(name), StandardCharsets.UTF_8);
  }

  private static InputStream stream(String name) {
    return Objects.requireNonNull(DeskPages.class.getResourceAsStream(name), name);
  }

  private static String text(String name) {
    try (InputStream in = stream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
