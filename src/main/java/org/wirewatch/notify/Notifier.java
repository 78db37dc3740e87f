package org.wirewatch.notify;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.TopicNames;

/**
 * Sends what stands in the notifications topic to its receivers, at least once each. Started once
 * and closed once; thread-safe.
 */
public final class Notifier implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final Web web;
  private final Ledger ledger;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<SocketMode> sockets = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Prepares every receiver; nothing is read or sent before {@link #start}.
   *
   * @param kafkaClient what every Kafka client is given, {@code bootstrap.servers} above all
   * @param console where receivers on the console are told
   * @param isTerminal whether the console understands colour
   * @throws IllegalArgumentException if a receiver cannot be spoken to as configured; the message
   *     names it and says why
   */
  public Notifier(
      NotifyConfig config,
      Map<String, Object> kafkaClient,
      TopicNames topics,
      InstantSource clock,
      PrintStream console,
      boolean isTerminal) {
    this.web = new Web(config.sendTimeout(), clock);
    this.ledger = new Ledger(kafkaClient, topics);
    Senders senders =
        new Senders(
            web,
            () -> ledger,
            name -> new KeptConversations(name, kafkaClient, topics, clock),
            clock,
            console,
            isTerminal,
            config);
    Inboxes inboxes = new Inboxes(kafkaClient, topics, ledger);
    Patience patience = new Patience(config.firstPause(), config.longestPause());
    Spacing.Register spacings = new Spacing.Register();
    for (ReceiverConfig receiver : config.receivers()) {
      Throttle throttle = new Throttle(spacings.of(receiver.channel()));
      Lane lane = new Lane(receiver, sender(senders, receiver), throttle, patience, ledger, clock);
      lanes.add(lane);
      members.add(new Member(lane, inboxes.of(receiver.name())));
    }
    openSockets(config, patience, new SlackButtons(ledger, web, clock));
  }

  /** One for each Slack app, whichever of its receivers a button belongs to. */
  private void openSockets(NotifyConfig config, Patience patience, SlackButtons buttons) {
    Set<Secret> apps = new HashSet<>();
    for (ReceiverConfig receiver : config.receivers()) {
      if (receiver.channel() instanceof Channel.SlackBot bot) {
        Secret app = bot.appToken();
        if (app != null && apps.add(app)) {
          sockets.add(new SocketMode(receiver, bot, app, buttons, web, patience));
        }
      }
    }
  }

  private Sender sender(Senders senders, ReceiverConfig receiver) {
    try {
      return senders.of(receiver);
    } catch (IllegalArgumentException e) {
      close();
      throw new IllegalArgumentException(
          "receiver '" + receiver.name() + "': " + e.getMessage(), e);
    }
  }

  /** Begins to send; returns at once. */
  public synchronized void start() {
    for (Member member : members) {
      threads.add(Thread.ofVirtual().name("notify").start(member));
    }
    for (SocketMode socket : sockets) {
      threads.add(Thread.ofVirtual().name("slack socket").start(socket));
    }
  }

  /** How one receiver is. */
  public record Health(String receiver, boolean isWell, String detail) {}

  /** What the last attempt of every receiver said, without disturbing anybody. */
  public List<Health> check() {
    return lanes.stream().map(Notifier::health).toList();
  }

  private static Health health(Lane lane) {
    String name = lane.receiver().name();
    @Nullable Delivery last = lane.last();
    if (last == null) {
      return new Health(name, true, "nothing sent yet");
    }
    boolean isWell = last.outcome() == Delivery.Outcome.SENT;
    return new Health(name, isWell, Telling.word(last.outcome()) + ": " + last.detail());
  }

  /** Asks every receiver whether it is there, without telling it anything; may take seconds. */
  public List<Health> probe() {
    return lanes.stream()
        .map(lane -> {
          Outcome outcome = lane.check();
          return new Health(
              lane.receiver().name(), outcome instanceof Outcome.Sent, outcome.detail());
        })
        .toList();
  }

  /**
   * Ends after the attempts under way, three seconds at most; what is unsent stays in the topic.
   */
  @Override
  public synchronized void close() {
    members.forEach(Member::close);
    sockets.forEach(SocketMode::close);
    for (Thread thread : threads) {
      try {
        if (!thread.join(CLOSING)) {
          thread.interrupt();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    lanes.forEach(Lane::close);
    web.close();
    ledger.close();
  }
}
