package org.wirewatch.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.AppConfig;
import org.wirewatch.config.Durations;
import org.wirewatch.json.Json;
import org.wirewatch.model.Delivery;
import org.wirewatch.notify.DeliveryLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deliveries} and {@code redeliver}: what became of messages, and once more. */
final class DeliveryCommands {
  private DeliveryCommands() {}

  /** Failed for good: nothing more will be tried. */
  private static boolean hasFailed(Delivery delivery) {
    return switch (delivery.outcome()) {
      case REJECTED, EXPIRED -> true;
      case SENT, RETRYING -> false;
    };
  }

  private static <T> T ask(AppConfig config, Function<DeliveryLog, T> question) {
    try (DeliveryLog log = new DeliveryLog(KafkaOptions.client(config), config.kafka().topics())) {
      return question.apply(log);
    } catch (KafkaException e) {
      throw CommandFault.environment(
          "Kafka does not answer: " + e.getMessage() + "; see doctor --only broker,topics", e);
    }
  }

  private static Instant since(String text) {
    return Instant.now()
        .minus(
            Durations.parse(text)
                .orElseThrow(() ->
                    CommandFault.usage(
                        "--since takes a duration such as 30m, 6h or 7d, not " + text)));
  }

  @Command(
      name = "deliveries",
      description = "List what became of messages: the last outcome of each.")
  static final class Deliveries implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin KafkaOptions kafka = new KafkaOptions();

    @Option(
        names = "--since",
        paramLabel = "DURATION",
        description = "How far back, such as 30m, 6h or 7d; 1d unless given.")
    String since = "1d";

    @Option(names = "--receiver", paramLabel = "NAME", description = "Only of this receiver.")
    @Nullable String receiver;

    @Option(names = "--failed", description = "Only what was refused for good or went stale.")
    boolean failed;

    @Option(
        names = "--format",
        paramLabel = "json|text",
        description = "One JSON object a delivery, or text for people.")
    OutputFormat format = OutputFormat.TEXT;

    Deliveries(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Instant from = since(since);
      List<Delivery> found =
          ask(kafka.config(), log -> log.outcomes(from)).stream()
              .filter(d -> receiver == null || receiver.equals(d.receiver()))
              .filter(d -> !failed || hasFailed(d))
              .toList();
      found.forEach(d ->
          terminal.line(
              format == OutputFormat.JSON ? Json.mapper().writeValueAsString(d) : line(d)));
      if (found.isEmpty()) {
        terminal.note(
            "no "
                + (failed ? "failed " : "")
                + "deliveries "
                + (receiver == null ? "" : "to '" + receiver + "' ")
                + "since "
                + from.truncatedTo(ChronoUnit.SECONDS));
      }
      return Exit.DONE;
    }

    private static String line(Delivery d) {
      return "%s  %-8s  %-12s  %s  attempt %d: %s"
          .formatted(
              d.at().truncatedTo(ChronoUnit.MILLIS),
              Json.mapper().convertValue(d.outcome(), String.class),
              d.receiver(),
              d.notification(),
              d.attempt(),
              d.detail());
    }
  }

  @Command(
      name = "redeliver",
      description = "Send messages again, with the same key, so that receivers can tell a repeat.")
  static final class Redeliver implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin KafkaOptions kafka = new KafkaOptions();

    @Parameters(
        arity = "0..*",
        paramLabel = "ID",
        description = "Ids of notifications, as deliveries prints them.")
    List<String> ids = List.of();

    @Option(names = "--failed", description = "All that were refused for good or went stale.")
    boolean failed;

    @Option(
        names = "--since",
        paramLabel = "DURATION",
        description = "With --failed: how far back; 1d unless given.")
    String since = "1d";

    @Option(names = "--receiver", paramLabel = "NAME", description = "With --failed: only to it.")
    @Nullable String receiver;

    Redeliver(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      if (ids.isEmpty() != failed) {
        throw CommandFault.usage("redeliver takes either ids or --failed; see deliveries --failed");
      }
      Instant from = since(since);
      AppConfig config = kafka.config();
      Set<String> wanted = new LinkedHashSet<>(ids);
      Set<String> sent =
          ask(
              config,
              log -> {
                if (failed) {
                  wanted.addAll(failed(log, from));
                }
                return log.redeliver(wanted, InstantSource.system());
              });
      wanted.forEach(id ->
          terminal.line(
              id + (sent.contains(id) ? " is sent again" : " is not in the topic (any more)")));
      if (wanted.isEmpty()) {
        terminal.note("nothing failed since " + from);
      }
      return sent.containsAll(wanted) ? Exit.DONE : Exit.FAULT;
    }

    private Set<String> failed(DeliveryLog log, Instant from) {
      return log.outcomes(from).stream()
          .filter(DeliveryCommands::hasFailed)
          .filter(d -> !d.alert().isEmpty())
          .filter(d -> receiver == null || receiver.equals(d.receiver()))
          .map(Delivery::notification)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }
}
