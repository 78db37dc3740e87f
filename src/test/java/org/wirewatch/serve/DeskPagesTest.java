package org.wirewatch.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.feed.FeedResult;
import org.wirewatch.feed.Origin;
import org.wirewatch.json.Conforms;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/** The web page: what it shows, and that nothing of a feed's becomes more than text. */
class DeskPagesTest {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final DeskPages PAGES = new DeskPages(DeskConfig.DEFAULT);

  private static Alert alert(String id, String headline, @Nullable String url) {
    return new Alert(
        id,
        3,
        Alert.State.OPEN,
        Change.CORROBORATED,
        "world",
        "event:airspace-closed",
        Kind.EVENT,
        "Airspace closed",
        Status.IN_EFFECT,
        List.of("XK", "PE"),
        Severity.CRITICAL,
        headline,
        "All flights are grounded.",
        new Alert.Story(
            "s-1",
            TEN,
            TEN,
            2,
            2,
            2,
            List.of(
                new Alert.Report(
                    "i-1",
                    "Skies shut",
                    url,
                    "Example <News>",
                    List.of("Balkan Wire"),
                    TEN,
                    1,
                    "en"))),
        List.of(new Alert.Quote("i-1", "The skies are shut & empty.", List.of(List.of(4, 18)))),
        List.of("the event is in effect", "2 originals"),
        new Alert.Times(TEN, TEN, TEN, TEN.plusSeconds(90)),
        List.of("i-1"),
        null);
  }

  private static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static DeskPages.Listing listing(Alert... alerts) {
    return DeskPages.Listing.of(alerts.length, true, List.of(alerts));
  }

  @Test
  void list_saysHowLoudWhatWhereAndByWhom() {
    String rows =
        text(PAGES.rows(listing(alert("a-1", "Kosovo shuts its skies", null)), Optional.empty()));
    assertThat(rows.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
        .contains(
            "critical Kosovo shuts its skies Airspace closed · in effect · Kosovo, Peru"
                + " · 2 reports, 2 independent origins · Example &lt;News&gt;",
            "22 Nov 10:01 UTC");
  }

  @Test
  void rowsThatTheCallerHas_areNotSentAgain() {
    Answer first =
        PAGES.rows(listing(alert("a-1", "Kosovo shuts its skies", null)), Optional.empty());
    Optional<String> tag = Optional.ofNullable(first.headers().get("ETag"));
    assertThat(PAGES.rows(listing(alert("a-1", "Kosovo shuts its skies", null)), tag).status())
        .isEqualTo(304);
    assertThat(PAGES.rows(listing(alert("a-1", "Kosovo opens its skies", null)), tag).status())
        .isEqualTo(200);
  }

  @Test
  void textOfAFeed_isNeverMarkup_andAScriptNoLink() {
    Alert hostile = alert("a-1", "<script>alert(1)</script>", "javascript:alert(1)");
    assertThat(text(PAGES.alert(hostile, People.NOBODY)))
        .doesNotContain("<script", "javascript:")
        .contains("&lt;script&gt;", "The <mark>skies are shut</mark> &amp; empty.");
    assertThat(text(PAGES.desk(listing(hostile), Map.of("q", List.of("\"><b>")))))
        .doesNotContain("<script>alert", "\"><b>");
  }

  @Test
  void whatWasAskedFor_isShownInTheForm_andAFaultInPlaceOfTheList() {
    String page =
        text(PAGES.desk(listing(), Map.of("severity", List.of("high"), "country", List.of("VE"))));
    assertThat(page)
        .contains("<option value=\"high\" selected>", "name=\"country\" value=\"VE\"")
        .contains("No alert yet that fits");
    Answer refused = PAGES.desk(DeskPages.Listing.fault(400, "'since' takes 7d"), Map.of());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(text(refused)).contains("&#39;since&#39; takes 7d");
  }

  @Test
  void record_isTheAlertAsItsSchemaSays_orCapInTheStandardsOrder() {
    Alert alert = alert("a-1", "Kosovo shuts its skies & more", "https://news.example/a?b=1&c=2");
    assertThat(Conforms.faults("alert", text(DeskPages.record(alert, "json")))).isEmpty();
    assertThat(DeskPages.record(alert, "xml").status()).isEqualTo(400);
    String cap = text(DeskPages.record(alert, "cap"));
    assertThat(cap)
        .containsSubsequence(
            "<identifier>a-1.3</identifier>",
            "<sender>wirewatch</sender>",
            "<sent>2026-11-22T10:01:30-00:00</sent>",
            "<status>Actual</status>",
            "<msgType>Update</msgType>",
            "<scope>Private</scope>",
            "<references>wirewatch,a-1.1,2026-11-22T10:00:00-00:00</references>",
            "<category>Transport</category>",
            "<event>Airspace closed</event>",
            "<urgency>Immediate</urgency>",
            "<severity>Extreme</severity>",
            "<certainty>Observed</certainty>",
            "<areaDesc>Kosovo, Peru</areaDesc>",
            "<value>XK</value>");
  }

  @Test
  void cap_isWhatAReaderOfWarningsReads() {
    Alert alert = alert("a-1", "Kosovo shuts its skies & more", null);
    byte[] cap = DeskPages.record(alert, "cap").body();
    FeedResult read =
        new FeedParser(FeedLimits.DEFAULT, _ -> Optional.empty()).parse(cap, Origin.handedIn(TEN));
    assertThat(read)
        .isInstanceOfSatisfying(
            FeedResult.Parsed.class,
            parsed -> {
              assertThat(parsed.repairs()).isEmpty();
              assertThat(parsed.items()).hasSize(1);
              assertThat(parsed.items().getFirst().title()).isEqualTo(alert.headline());
            });
  }

  /** A real browser on a real desk: the second alert comes while the page stays open. */
  @Test
  @EnabledIf(value = "hasBrowser", disabledReason = "needs Debian's chromium")
  void pageLeftOpen_showsAnAlertThatComesLater(@TempDir Path profile) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    List<Endpoint> endpoints = new ArrayList<>(PAGES.assets());
    Alert first = alert("a-1", "Kosovo shuts its skies", null);
    Alert later = alert("a-2", "Peru shuts its skies", null);
    endpoints.add(Endpoint.get("/", r -> PAGES.desk(listing(first), r.query())));
    endpoints.add(
        Endpoint.get(
            "/alerts",
            r -> {
              boolean isFirst = asked.getAndIncrement() == 0;
              return PAGES.rows(
                  isFirst ? listing(first) : listing(later, first), r.header("If-None-Match"));
            }));
    DeskConfig here = new DeskConfig("127.0.0.1", 0, null, null);
    try (Desk desk = Desk.start(here, endpoints, new SimpleMeterRegistry())) {
      String seen = browse(desk.address() + "/", profile);
      assertThat(seen).contains("Kosovo shuts its skies").contains("Peru shuts its skies");
      assertThat(seen).containsPattern("class=\"critical fresh\" id=\"row-a-2\"");
      assertThat(seen).containsPattern("role=\"status\"[^>]*>live<");
    }
    assertThat(asked.get()).isGreaterThan(1);
  }

  @Test
  void whatPeopleDidAndCanDo_standsOnTheAlertsPage_whereTheyMay() {
    Alert alert = alert("a-1", "Kosovo shuts its skies", null);
    People people =
        new People(
            List.of("Snoozed by <ann>"), List.of(new People.Choice("acknowledge", "Acknowledge")));

    Answer here = PAGES.alert(alert, people);
    assertThat(text(here))
        .contains("<li dir=\"auto\">Snoozed by &lt;ann&gt;</li>")
        .contains("action=\"/alerts/a-1/actions\"", "value=\"acknowledge\">Acknowledge<")
        .doesNotContain("name=\"token\"");
    assertThat(here.headers()).containsEntry("Referrer-Policy", "same-origin");
    assertThat(text(new DeskPages(open(Token.of("hush"))).alert(alert, people)))
        .contains("<form", "name=\"token\"")
        .doesNotContain("hush");
    assertThat(text(new DeskPages(open(null)).alert(alert, people)))
        .contains("Without serve.token nobody can act")
        .doesNotContain("<form");
  }

  private static DeskConfig open(@Nullable Token token) {
    return new DeskConfig("0.0.0.0", 0, token, null);
  }

  /** A real browser presses a button; a script in place of a hand, once on each desk. */
  @ParameterizedTest
  @CsvSource({"''", "'a secret of the desk'"})
  @EnabledIf(value = "hasBrowser", disabledReason = "needs Debian's chromium")
  void aPressedButton_reachesTheDeskWithNameAndReason(String secret, @TempDir Path profile)
      throws Exception {
    Token token = secret.isEmpty() ? null : Token.of(secret);
    DeskConfig config = new DeskConfig("127.0.0.1", 0, token, null);
    DeskPages pages = new DeskPages(config);
    List<String> posted = new CopyOnWriteArrayList<>();
    List<Endpoint> endpoints = new ArrayList<>(pages.assets());
    endpoints.replaceAll(e -> e.path().equals("/act.js") ? pressing(e, secret) : e);
    People.Choice dismiss = new People.Choice("false-alarm", "False alarm");
    endpoints.add(
        Endpoint.get(
            "/alerts/{id}",
            _ ->
                pages.alert(
                    alert("a-1", "Kosovo shuts its skies", null),
                    posted.isEmpty()
                        ? new People(List.of(), List.of(dismiss))
                        : new People(List.of("it is done"), List.of()))));
    endpoints.add(
        Endpoint.post(
            "/alerts/{id}/actions",
            r -> {
              posted.add(r.text());
              return Answer.empty(303).with("Location", "/alerts/a-1");
            }));
    try (Desk desk = Desk.start(config, endpoints, new SimpleMeterRegistry())) {
      assertThat(browse(desk.address() + "/alerts/a-1", profile)).contains("it is done");
    }
    assertThat(posted)
        .singleElement()
        .asString()
        .contains("who=Ann", "reason=a+film+set", "verb=false-alarm")
        .doesNotContain("secret");
  }

  private static Endpoint pressing(Endpoint script, String secret) {
    String press =
        """

        const button = document.querySelector("button[value=false-alarm]");
        if (button) {
          form.elements.who.value = "Ann";
          form.elements.reason.value = "a film set";
          if (token) token.value = "%s";
          button.click();
        }
        """
            .formatted(secret);
    return Endpoint.get(
        script.path(),
        r -> Answer.text(200, "text/javascript", text(script.handler().answer(r)) + press));
  }

  static boolean hasBrowser() {
    return Files.isExecutable(CHROMIUM);
  }

  /** The page as it is after some seconds of its own time. */
  private static String browse(String address, Path profile)
      throws IOException, InterruptedException {
    Process browser =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--virtual-time-budget=5000",
                "--dump-dom",
                address)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(browser.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return dom;
    } finally {
      browser.destroyForcibly();
    }
  }
}
