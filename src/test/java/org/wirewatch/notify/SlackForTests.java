package org.wirewatch.notify;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.websocket.WsContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirewatch.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Slack as it documents itself, as far as it is used: {@code chat.postMessage}, {@code
 * chat.update}, {@code apps.connections.open} and Socket Mode. Knows its messages, and its tokens.
 */
public final class SlackForTests implements AutoCloseable {
  public static final String BOT = "xoxb-hush";
  static final String APP = "xapp-hush";

  private final Javalin server;
  private final AtomicInteger messages = new AtomicInteger();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> channel = new ConcurrentHashMap<>();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final List<WsContext> sockets = new CopyOnWriteArrayList<>();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private volatile String bot = BOT;

  record Call(String method, JsonNode body) {}

  public SlackForTests() {
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.post("/api/{method}", this::call);
                  config.routes.ws(
                      "/link",
                      ws -> {
                        ws.onConnect(socket -> {
                          sockets.add(socket);
                          socket.send("{\"type\":\"hello\",\"num_connections\":1}");
                        });
                        ws.onMessage(socket ->
                            acknowledged.add(
                                Json.mapper()
                                    .readTree(socket.message())
                                    .path("envelope_id")
                                    .asString()));
                        ws.onClose(sockets::remove);
                      });
                })
            .start("127.0.0.1", 0);
  }

  private void call(Context context) {
    String method = context.pathParam("method");
    JsonNode body = Json.mapper().readTree(context.body());
    calls.add(new Call(method, body));
    boolean isApp = method.equals("apps.connections.open");
    String error = errors.poll();
    if (!("Bearer " + (isApp ? APP : bot)).equals(context.header("Authorization"))) {
      error = "invalid_auth";
    }
    if (error != null) {
      context.json("{\"ok\":false,\"error\":\"" + error + "\"}");
    } else if (isApp) {
      context.json("{\"ok\":true,\"url\":\"ws://127.0.0.1:" + server.port() + "/link\"}");
    } else {
      context.json(chat(method, body));
    }
  }

  private String chat(String method, JsonNode body) {
    if (method.equals("chat.update") && !channel.containsKey(body.path("ts").asString())) {
      return "{\"ok\":false,\"error\":\"message_not_found\"}";
    }
    String ts =
        method.equals("chat.update")
            ? body.path("ts").asString()
            : "17." + messages.incrementAndGet();
    channel.put(ts, body);
    return "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"" + ts + "\"}";
  }

  /** From now on only this bot token is good. */
  public void rotate(String token) {
    bot = token;
  }

  /** The next call is answered with this error. */
  SlackForTests fail(String error) {
    errors.add(error);
    return this;
  }

  public URI api() {
    return URI.create("http://127.0.0.1:" + server.port() + "/api/");
  }

  List<Call> calls(String method) {
    return calls.stream().filter(c -> c.method().equals(method)).toList();
  }

  /** The {@code ts} of the messages that show a text now. */
  public List<String> showing(String text) {
    return channel.entrySet().stream()
        .filter(e -> e.getValue().toString().contains(text))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A message as it is now. */
  public JsonNode message(String ts) {
    return channel.getOrDefault(ts, Json.mapper().nullNode());
  }

  int open() {
    return sockets.size();
  }

  List<String> acknowledged() {
    return acknowledged;
  }

  void send(String message) {
    sockets.getLast().send(message);
  }

  /** What Slack sends when somebody presses a button of a message, or takes the first of a menu. */
  public String press(String ts, String actionId) {
    JsonNode message = message(ts);
    for (JsonNode attachment : message.path("attachments")) {
      for (JsonNode block : attachment.path("blocks")) {
        for (JsonNode button : block.path("elements")) {
          if (button.path("action_id").asString("").equals(actionId)) {
            return payload(ts, message, block, button).toString();
          }
        }
      }
    }
    throw new IllegalStateException("there is no button " + actionId);
  }

  private static JsonNode payload(String ts, JsonNode message, JsonNode block, JsonNode button) {
    var payload = Json.mapper().createObjectNode().put("type", "block_actions");
    payload.putObject("user").put("id", "U7").put("username", "ann").put("team_id", "T1");
    payload.putObject("channel").put("id", "C1").put("name", "alerts");
    payload.putObject("container").put("type", "message").put("message_ts", ts);
    var shown = payload.putObject("message").put("type", "message").put("ts", ts);
    shown.set("text", message.path("text"));
    shown.set("attachments", message.path("attachments"));
    var action =
        payload
            .putArray("actions")
            .addObject()
            .put("type", button.path("type").asString())
            .put("action_id", button.path("action_id").asString())
            .put("block_id", block.path("block_id").asString())
            .put("action_ts", Instant.now().getEpochSecond() + ".123456");
    if (button.has("options")) {
      action.set("selected_option", button.path("options").path(0));
    } else {
      action.put("value", button.path("value").asString());
    }
    return payload;
  }

  @Override
  public void close() {
    server.stop();
  }
}
