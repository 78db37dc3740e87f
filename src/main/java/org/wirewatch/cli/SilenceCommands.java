package org.wirewatch.cli;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Matchers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code silence …}: alerts that are not to be told for a while. */
@Command(name = "silence", description = "Silence alerts for a while, and see what is silenced.")
final class SilenceCommands {
  private SilenceCommands() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new SilenceCommands())
        .addSubcommand(new Add(terminal))
        .addSubcommand(new ListAll(terminal))
        .addSubcommand(new Expire(terminal));
  }

  /** The silences among what people did, those that end first first. */
  static Collection<Action.Silence> silences(Map<String, Action> actions) {
    return actions.values().stream()
        .filter(Action.Silence.class::isInstance)
        .map(Action.Silence.class::cast)
        .sorted(Comparator.comparing(Action.Silence::until).thenComparing(Action.Silence::id))
        .toList();
  }

  @Command(
      name = "add",
      description =
          "Silence the alerts that meet all conditions, such as: silence add place=VE severity=low"
              + " --for 2h --why exercise")
  static final class Add implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin Reach reach = new Reach();

    @Option(
        names = "--for",
        paramLabel = "SPAN",
        description = "For how long: 30m, 2h, 1d.",
        converter = Written.Spans.class)
    @Nullable Duration span;

    @Option(
        names = "--until",
        paramLabel = "TIME",
        description = "Until when, such as 2026-11-23T06:00:00Z.",
        converter = Written.Moments.class)
    @Nullable Instant until;

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, for those who come after.")
    String why = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who wants it; you unless given.")
    String by = System.getProperty("user.name", "somebody");

    @Parameters(
        arity = "1..*",
        paramLabel = "KEY=VALUE[,VALUE]",
        description =
            "Conditions on watchlist, entry, kind, place, severity, status, tier, language, change.")
    List<String> conditions = List.of();

    Add(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Matchers match = Written.matchers(conditions);
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      if ((span == null) == (until == null)) {
        throw CommandFault.usage("say for how long: --for 2h, or --until 2026-11-23T06:00:00Z");
      }
      Instant end = span == null ? requireNonNull(until) : now.plus(span);
      if (!end.isAfter(now)) {
        throw CommandFault.usage("--until " + end + " is over already");
      }
      String id = "s-" + UUID.randomUUID().toString().substring(0, 8);
      Action.Silence silence = new Action.Silence(id, by, now, match, now, end, why, null);
      reach.there((sync, topics) -> {
        sync.write(topics.silences(), id, silence);
        return id;
      });
      terminal.line(id);
      terminal.note("silenced until " + end + ": " + match.canonical());
      return Exit.DONE;
    }
  }

  @Command(
      name = "list",
      description = "Print the silences in force; --all also those that are over.")
  static final class ListAll implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin Reach reach = new Reach();

    @Option(names = "--all", description = "Also those that are over.")
    boolean all;

    @Option(names = "--format", paramLabel = "json|text", description = "text or json.")
    OutputFormat format = OutputFormat.TEXT;

    ListAll(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Instant now = Instant.now();
      List<Action.Silence> silences =
          reach.there((sync, topics) -> silences(sync.read(topics.silences()))).stream()
              .filter(s -> all || s.until().isAfter(now))
              .toList();
      silences.forEach(this::print);
      if (silences.isEmpty()) {
        terminal.note("nothing is silenced");
      }
      return Exit.DONE;
    }

    private void print(Action.Silence silence) {
      String ended = silence.expiredBy() == null ? "" : ", ended by " + silence.expiredBy();
      terminal.line(
          switch (format) {
            case JSON -> Json.mapper().writerFor(Action.class).writeValueAsString(silence);
            case TEXT ->
                "%s  until %s  by %s%s  %s%s"
                    .formatted(
                        silence.id(),
                        silence.until(),
                        silence.by(),
                        ended,
                        silence.match().canonical(),
                        silence.why().isBlank() ? "" : "  (" + silence.why() + ")");
          });
    }
  }

  @Command(name = "expire", description = "End a silence now.")
  static final class Expire implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin Reach reach = new Reach();

    @Option(names = "--by", paramLabel = "NAME", description = "Who ends it; you unless given.")
    String by = System.getProperty("user.name", "somebody");

    @Parameters(arity = "1..*", paramLabel = "ID", description = "As silence list prints them.")
    List<String> ids = List.of();

    Expire(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      return reach.there((sync, topics) -> {
        Map<String, Action> known = sync.read(topics.silences());
        Instant now = Instant.now();
        int faults = 0;
        for (String id : ids) {
          if (known.get(id) instanceof Action.Silence silence) {
            sync.write(topics.silences(), id, silence.expired(by, now));
            terminal.note(id + " is over");
          } else {
            terminal.note("there is no silence " + id + "; see silence list");
            faults++;
          }
        }
        return faults == 0 ? Exit.DONE : Exit.FAULT;
      });
    }
  }
}
