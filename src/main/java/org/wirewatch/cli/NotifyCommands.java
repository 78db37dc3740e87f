package org.wirewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.AppConfig;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import org.wirewatch.notify.ReceiverConfig;
import org.wirewatch.notify.Rehearsal;
import org.wirewatch.notify.Rehearsal.Part;
import org.wirewatch.notify.Samples;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

/** {@code notify …}: tries receivers and the forms of their messages. */
@Command(name = "notify", description = "Try receivers and what their messages look like.")
final class NotifyCommands {
  private NotifyCommands() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new NotifyCommands())
        .addSubcommand(new Test(terminal))
        .addSubcommand(new Preview(terminal));
  }

  private static Rehearsal rehearsal(AppConfig config, Terminal terminal) {
    return new Rehearsal(
        config.telling(),
        () -> KafkaOptions.client(config),
        config.kafka().topics(),
        InstantSource.system(),
        terminal.out(),
        terminal.colour());
  }

  private static ReceiverConfig receiver(Rehearsal rehearsal, String name) {
    return rehearsal
        .receiver(name)
        .orElseThrow(() ->
            CommandFault.usage(
                "no receiver '" + name + "'; there are " + String.join(", ", rehearsal.names())));
  }

  @Command(
      name = "test",
      description = "Send a test message to a receiver by the real way; exit 1 if it is not taken.")
  static final class Test implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin KafkaOptions kafka = new KafkaOptions();

    @Parameters(arity = "1", paramLabel = "RECEIVER")
    String name = "";

    Test(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      try (Rehearsal rehearsal = rehearsal(kafka.config(), terminal)) {
        ReceiverConfig receiver = receiver(rehearsal, name);
        Notification test =
            Rehearsal.sample(receiver, Notification.Form.TEST, InstantSource.system());
        Rehearsal.Result result = rehearsal.send(receiver, test);
        terminal.line((result.isSent() ? "sent: " : "not sent: ") + result.says());
        if (!result.advice().isEmpty()) {
          terminal.note(result.advice());
        }
        return result.isSent() ? Exit.DONE : Exit.FAULT;
      } catch (IllegalArgumentException e) {
        throw CommandFault.input("receiver '" + name + "': " + e.getMessage(), e);
      }
    }
  }

  @Command(
      name = "preview",
      description = "Print a message in all its parts as a receiver would get it; sends nothing.")
  static final class Preview implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin KafkaOptions kafka = new KafkaOptions();

    @Parameters(
        arity = "0..1",
        paramLabel = "ALERT.json",
        description = "An alert, as replay --format json prints it; a sample unless given.")
    @Nullable Path alert;

    @Option(names = "--receiver", paramLabel = "NAME", required = true)
    String name = "";

    @Option(
        names = "--form",
        paramLabel = "FORM",
        description = "${COMPLETION-CANDIDATES}; alert unless given.")
    Notification.Form form = Notification.Form.ALERT;

    @Option(
        names = "--part",
        paramLabel = "PART",
        description = "Only this part, bare: subject, text, html, blocks or json.")
    @Nullable String part;

    Preview(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      try (Rehearsal rehearsal = rehearsal(kafka.config(), terminal)) {
        ReceiverConfig receiver = receiver(rehearsal, name);
        List<Part> parts = rehearsal.preview(receiver, notification(receiver));
        List<Part> wanted =
            parts.stream().filter(p -> part == null || part.equals(p.name())).toList();
        if (wanted.isEmpty()) {
          throw CommandFault.usage(
              "'"
                  + name
                  + "' has no part "
                  + part
                  + "; there are "
                  + String.join(", ", parts.stream().map(Part::name).distinct().toList()));
        }
        wanted.forEach(p ->
            terminal.line(
                (part == null ? "── " + p.name() + "\n" : "") + p.content().stripTrailing()));
        return Exit.DONE;
      } catch (IllegalArgumentException e) {
        throw CommandFault.input("receiver '" + name + "': " + e.getMessage(), e);
      }
    }

    private Notification notification(ReceiverConfig receiver) {
      Path file = alert;
      if (file == null) {
        return Rehearsal.sample(receiver, form, InstantSource.system());
      }
      try {
        Alert given = Json.mapper().readValue(Files.readAllBytes(file), Alert.class);
        return Samples.notification(receiver.name(), form, given, InstantSource.system().instant());
      } catch (NoSuchFileException e) {
        throw CommandFault.input("there is no file " + file, e);
      } catch (IOException e) {
        throw CommandFault.input(file + " cannot be read: " + e.getMessage(), e);
      } catch (JacksonException e) {
        throw CommandFault.input(
            file + " is no alert: " + e.getOriginalMessage() + "; see schema alert", e);
      }
    }
  }
}
