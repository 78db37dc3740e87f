package org.wirewatch.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Action;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alert …}: what somebody on duty says of an alert. */
@Command(name = "alert", description = "Acknowledge, snooze, assign or dismiss alerts.")
final class AlertCommands {
  private AlertCommands() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new AlertCommands())
        .addSubcommand(new Ack(terminal))
        .addSubcommand(new Snooze(terminal))
        .addSubcommand(new Assign(terminal))
        .addSubcommand(new FalseAlarm(terminal));
  }

  /** What all of them have in common. */
  abstract static class Saying implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin Reach reach = new Reach();

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; you unless given.")
    String by = System.getProperty("user.name", "somebody");

    @Parameters(arity = "1..*", paramLabel = "ALERT", description = "The ids of alerts: a-….")
    List<String> alerts = List.of();

    Saying(Terminal terminal) {
      this.terminal = terminal;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    abstract Action.OfAlert of(String alert, Instant now);

    abstract String done();

    @Override
    public Integer call() {
      Instant now = Instant.now();
      List<Action.OfAlert> actions = alerts.stream().map(a -> of(a, now)).toList();
      return reach.there((sync, topics) -> {
        for (Action.OfAlert action : actions) {
          sync.write(topics.silences(), action.id(), action);
          terminal.note(action.alert() + " " + done() + doubt(action.alert()));
        }
        return Exit.DONE;
      });
    }

    private String doubt(String alert) {
      Optional<String> desk = DeskQuestion.address(reach.config().data());
      if (desk.isEmpty()) {
        return "";
      }
      try (DeskQuestion question = new DeskQuestion(desk.get(), PATIENCE)) {
        return question.knowsNoAlert(alert)
            ? "; but no alert of that id is known here (yet): mind how it is spelt"
            : "";
      }
    }
  }

  @Command(name = "ack", description = "Somebody cares for it: no more reminders, no escalation.")
  static final class Ack extends Saying {
    @Option(names = "--reason", paramLabel = "TEXT", description = "What you add.")
    String reason = "";

    Ack(Terminal terminal) {
      super(terminal);
    }

    @Override
    Action.OfAlert of(String alert, Instant now) {
      return new Action.Acknowledge(alert, by, now, reason);
    }

    @Override
    String done() {
      return "is acknowledged";
    }
  }

  @Command(
      name = "snooze",
      description = "Not now: nothing of it for a while, unless it gets louder.")
  static final class Snooze extends Saying {
    @Option(
        names = "--for",
        paramLabel = "SPAN",
        description = "For how long: 30m, 2h, 1d; 1h unless given.",
        converter = Written.Spans.class)
    Duration span = Duration.ofHours(1);

    @Option(
        names = "--until",
        paramLabel = "TIME",
        description = "Until when, such as 2026-11-23T06:00:00Z.",
        converter = Written.Moments.class)
    @Nullable Instant until;

    Snooze(Terminal terminal) {
      super(terminal);
    }

    @Override
    Action.OfAlert of(String alert, Instant now) {
      Instant end = until == null ? now.plus(span) : until;
      if (!end.isAfter(now)) {
        throw CommandFault.usage("--until " + end + " is over already");
      }
      return new Action.Snooze(alert, by, now, end);
    }

    @Override
    String done() {
      return "is snoozed";
    }
  }

  @Command(name = "assign", description = "Somebody is to care for it.")
  static final class Assign extends Saying {
    @Option(names = "--to", required = true, paramLabel = "NAME", description = "Who.")
    String to = "";

    Assign(Terminal terminal) {
      super(terminal);
    }

    @Override
    Action.OfAlert of(String alert, Instant now) {
      return new Action.Assign(alert, by, now, to);
    }

    @Override
    String done() {
      return "is assigned to " + to + "; whoever hears of it next is told so";
    }
  }

  @Command(
      name = "false-alarm",
      description = "It is none: nothing more is told of it as long as its story lives.")
  static final class FalseAlarm extends Saying {
    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "Why it is none.")
    String reason = "";

    FalseAlarm(Terminal terminal) {
      super(terminal);
    }

    @Override
    Action.OfAlert of(String alert, Instant now) {
      return new Action.FalseAlarm(alert, by, now, reason);
    }

    @Override
    String done() {
      return "is a false alarm";
    }
  }
}
