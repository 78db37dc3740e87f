package org.wirewatch.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Notification;
import org.wirewatch.route.Decision;
import org.wirewatch.route.Forecast;
import org.wirewatch.route.Moment;
import org.wirewatch.route.Mutes;
import org.wirewatch.route.Route;
import org.wirewatch.route.Router;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code route …}: who would be told of an alert, and why. */
@Command(name = "route", description = "Try the routing tree.")
final class RouteCommands {
  private RouteCommands() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new RouteCommands()).addSubcommand(new Test(terminal));
  }

  @Command(
      name = "test",
      description =
          "Print the path that an alert takes through the routing tree, who would be told when, and"
              + " why. Silences are those of the running Wirewatch, if there is one.")
  static final class Test implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin Reach reach = new Reach();

    @Option(
        names = "--at",
        paramLabel = "TIME",
        description = "When the alert is to come, such as 2026-11-23T22:30:00Z; now unless given.",
        converter = Written.Moments.class)
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Option(names = "--format", paramLabel = "json|text", description = "text or json.")
    OutputFormat format = OutputFormat.TEXT;

    @Parameters(
        arity = "1",
        paramLabel = "ALERT.json",
        description =
            "An alert, as replay --format json prints it; what is left out has a default. - is"
                + " standard input.")
    @Nullable String file;

    Test(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Alert alert = AlertFile.read(requireNonNull(file), text(requireNonNull(file)), at);
      Router router = Router.of(reach.config().routing());
      Forecast forecast =
          Forecast.of(
              router,
              alert,
              new Moment(at, new Mutes(silences(), router.inhibitions(), List.of())));
      switch (format) {
        case JSON ->
            terminal.line(Json.mapper().writeValueAsString(Report.of(alert, at, forecast)));
        case TEXT -> print(alert, forecast);
      }
      return Exit.DONE;
    }

    private String text(String name) {
      try {
        return "-".equals(name)
            ? new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8)
            : Files.readString(Path.of(name));
      } catch (NoSuchFileException e) {
        throw CommandFault.input("there is no file " + name, e);
      } catch (IOException e) {
        throw CommandFault.input("cannot read " + name + ": " + e.getMessage(), e);
      }
    }

    private Collection<Action.Silence> silences() {
      return reach
          .ifThere((sync, topics) -> SilenceCommands.silences(sync.read(topics.silences())))
          .orElse(List.of());
    }

    private void print(Alert alert, Forecast forecast) {
      terminal.line(
          "%s revision %d, %s, %s at %s%s"
              .formatted(
                  alert.id(),
                  alert.revision(),
                  alert.entry(),
                  Written.word(alert.severity()),
                  at,
                  Matchers.places(alert).isEmpty()
                      ? ", no place"
                      : ", in " + String.join(", ", Matchers.places(alert))));
      Decision decision = forecast.decision();
      decision.path().forEach(line -> terminal.line("  " + line));
      terminal.line(outcome(decision));
      forecast.told().forEach(this::print);
    }

    private static String outcome(Decision decision) {
      return switch (decision.outcome()) {
        case ROUTED -> "routed";
        case CATCH_ALL -> "caught by the root: no route below it takes the alert";
        case UNROUTED -> "nobody is told: not even the root takes the alert";
      };
    }

    private void print(Forecast.Told told) {
      Notification.Form form = told.form();
      terminal.line(
          "%s by %s: %s"
              .formatted(
                  told.receiver(),
                  told.route(),
                  told.at() == null || form == null
                      ? "not told"
                      : "told at " + told.at() + " as " + Written.word(form)));
      told.holds().forEach(hold -> terminal.line("  held: " + hold));
      told.then().forEach(then -> terminal.line("  then: " + then));
    }
  }

  /** What {@code --format json} prints. */
  record Report(
      String alert,
      int revision,
      Instant at,
      Decision.Outcome outcome,
      List<Node> path,
      List<Forecast.Told> told) {

    /** A route that was asked. */
    record Node(
        String route,
        String receiver,
        boolean matched,
        boolean goesOn,
        boolean takes,
        List<String> met,
        List<String> unmet) {}

    static Report of(Alert alert, Instant at, Forecast forecast) {
      Decision decision = forecast.decision();
      List<Route> takers = decision.hits().stream().map(Decision.Hit::route).toList();
      return new Report(
          alert.id(),
          alert.revision(),
          at,
          decision.outcome(),
          decision.asked().stream()
              .map(asked -> {
                Route route = asked.route();
                return new Node(
                    route.id(),
                    route.receiver(),
                    asked.verdict().matches(),
                    route.goesOn(),
                    takers.contains(route),
                    asked.verdict().met(),
                    asked.verdict().unmet());
              })
              .toList(),
          forecast.told());
    }
  }
}
