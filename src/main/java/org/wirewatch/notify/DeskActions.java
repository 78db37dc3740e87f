package org.wirewatch.notify;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.TopicNames;
import org.wirewatch.notify.Ask.Verb;

/**
 * What people do about alerts on the desk's own page, and what they have done by whatever way.
 * Whether they may is the desk's to know. Thread-safe.
 */
public final class DeskActions implements AutoCloseable {
  private final InstantSource clock;
  private final Ledger ledger;
  private final Deeds deeds;

  /**
   * @param kafkaClient what every Kafka client is given, {@code bootstrap.servers} above all
   */
  public DeskActions(Map<String, Object> kafkaClient, TopicNames topics, InstantSource clock) {
    this.clock = clock;
    this.ledger = new Ledger(kafkaClient, topics);
    this.deeds = new Deeds(kafkaClient, topics, clock);
  }

  /**
   * How an alert stands with people.
   *
   * @param done what was done and is still so, a line each with who, when and why; in UTC
   * @param left what can be done yet
   */
  public record Standing(List<String> done, List<Choice> left) {
    public Standing {
      done = List.copyOf(done);
      left = List.copyOf(left);
    }
  }

  /**
   * Something to do.
   *
   * @param verb as a form sends it
   * @param label as people read it
   */
  public record Choice(String verb, String label) {}

  /** What became of a submitted form. */
  public enum Outcome {
    DONE,
    /** It asks for nothing that there is. */
    UNKNOWN,
    /** Kafka does not take it now; nothing was done. */
    UNAVAILABLE
  }

  /**
   * How an alert stands.
   *
   * @throws KafkaException if Kafka does not answer
   */
  public Standing of(Alert alert) {
    List<Action> actions = deeds.about(alert);
    Set<Verb> left = EnumSet.allOf(Verb.class);
    actions.forEach(action -> Ask.verb(action).ifPresent(left::remove));
    if (!left.contains(Verb.FALSE_ALARM) || alert.state() == Alert.State.RESOLVED) {
      left.clear();
    }
    return new Standing(
        actions.stream().map(action -> Ask.note(action, ZoneOffset.UTC)).toList(),
        left.stream().map(verb -> new Choice(Telling.word(verb), verb.label())).toList());
  }

  /**
   * Does what a submitted form asks for; it is written down on return.
   *
   * @param body url-encoded: {@code verb}, and {@code who} and {@code reason}, which may be empty
   */
  public Outcome act(Alert alert, byte[] body) {
    Form form = Form.of(body);
    Optional<Verb> verb =
        EnumSet.allOf(Verb.class).stream()
            .filter(v -> Telling.word(v).equals(form.field("verb")))
            .findFirst();
    if (verb.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    Ask ask = Ask.of(verb.get(), alert).because(form.field("reason"));
    try {
      ledger.record(ask.by(form.who() + " (desk)", clock.instant()));
      return Outcome.DONE;
    } catch (KafkaException e) {
      return Outcome.UNAVAILABLE;
    }
  }

  @Override
  public void close() {
    ledger.close();
    deeds.close();
  }
}
