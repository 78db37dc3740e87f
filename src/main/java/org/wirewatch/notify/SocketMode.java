package org.wirewatch.notify;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Slack's Socket Mode: buttons come through a WebSocket that we open, so that Slack needs no
 * address of ours. Slack closes it every few hours and announces that; a new one is opened then,
 * and also when nothing was heard for a while. Runs on a thread of its own.
 */
final class SocketMode implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

  /** Slack pings every few seconds. */
  private static final Duration SILENT = Duration.ofSeconds(60);

  private final ReceiverConfig receiver;
  private final Channel.SlackBot bot;
  private final SlackApi slack;
  private final SlackButtons buttons;
  private final Web web;
  private final Patience patience;
  private volatile boolean isClosed;
  private volatile @Nullable Line line;

  SocketMode(
      ReceiverConfig receiver,
      Channel.SlackBot bot,
      Secret appToken,
      SlackButtons buttons,
      Web web,
      Patience patience) {
    this.receiver = receiver;
    this.bot = bot;
    this.slack = new SlackApi(web, bot.api(), appToken, bot.channel());
    this.buttons = buttons;
    this.web = web;
    this.patience = patience;
  }

  @Override
  public void run() {
    int failures = 0;
    while (!isClosed) {
      String trouble = session();
      failures = trouble.isEmpty() ? 0 : failures + 1;
      if (failures > 0 && !isClosed) {
        LOG.atWarn()
            .addKeyValue("receiver", receiver.name())
            .addKeyValue("reason", trouble)
            .log("Slack's buttons do not reach us by Socket Mode; trying again");
        rest(patience.pause(failures, Duration.ZERO));
      }
    }
  }

  /** One connection from beginning to end; why it could not be used, empty where it could. */
  private String session() {
    SlackApi.Reply reply = slack.call("apps.connections.open", Json.mapper().createObjectNode());
    if (!reply.isOk()) {
      return reply.outcome().detail();
    }
    Line open = new Line();
    line = open;
    try {
      WebSocket socket = web.socket(URI.create(reply.text("url")), open).get(10, TimeUnit.SECONDS);
      open.listen();
      socket.abort();
      return open.isGreeted ? "" : "the connection ended before it began";
    } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
      return "its WebSocket cannot be opened";
    } catch (InterruptedException e) {
      isClosed = true;
      return "interrupted";
    } finally {
      line = null;
    }
  }

  private void rest(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      isClosed = true;
    }
  }

  @Override
  public void close() {
    isClosed = true;
    Line open = line;
    if (open != null) {
      open.end.complete(null);
    }
  }

  /** One open WebSocket. */
  private final class Line implements WebSocket.Listener {
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private volatile long heardNanos = System.nanoTime();
    private volatile boolean isGreeted;

    /** Returns when the line ends, is no longer wanted, or has fallen silent. */
    void listen() throws InterruptedException {
      while (!end.isDone() && System.nanoTime() - heardNanos < SILENT.toNanos()) {
        try {
          end.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
          LOG.atTrace().log("nothing new from Slack");
        }
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      heardNanos = System.nanoTime();
      text.append(data);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        take(socket, whole);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
      heardNanos = System.nanoTime();
      socket.request(1);
      return null; // the answer is the client's own
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      end.complete(null);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      end.complete(null);
    }

    private void take(WebSocket socket, String message) {
      try {
        JsonNode envelope = Json.mapper().readTree(message);
        switch (envelope.path("type").asString("")) {
          case "hello" -> isGreeted = true;
          case "disconnect" -> end.complete(null);
          case "interactive" -> interactive(socket, envelope);
          default -> acknowledge(socket, envelope);
        }
      } catch (JacksonException e) {
        LOG.atWarn().addKeyValue("receiver", receiver.name()).log("Slack sent no JSON");
      }
    }

    /** Acknowledged once it is written down; else Slack tells the person that it failed. */
    private void interactive(WebSocket socket, JsonNode envelope) {
      try {
        buttons.press(envelope.path("payload"), receiver, bot);
        acknowledge(socket, envelope);
      } catch (KafkaException e) {
        LOG.atWarn()
            .addKeyValue("receiver", receiver.name())
            .addKeyValue("reason", e.getMessage())
            .log("a pressed button could not be written down");
      }
    }

    private void acknowledge(WebSocket socket, JsonNode envelope) {
      String id = envelope.path("envelope_id").asString("");
      if (!id.isEmpty()) {
        String answer =
            Json.mapper()
                .writeValueAsString(Json.mapper().createObjectNode().put("envelope_id", id));
        var _ = socket.sendText(answer, true);
      }
    }
  }
}
