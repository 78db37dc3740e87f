package org.wirewatch.notify;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls Slack's Web API. Slack answers 200 to everything and says in {@code ok} and {@code error}
 * what it means. Thread-safe.
 *
 * @param about the channel that calls are about, for explanations
 */
record SlackApi(Web web, URI api, Secret token, String about) {

  /**
   * What Slack answered.
   *
   * @param error Slack's own word; empty where there is none
   */
  record Reply(Outcome outcome, String error, @Nullable JsonNode body) {
    boolean isOk() {
      return outcome instanceof Outcome.Sent;
    }

    /** A text of the answer; empty where there is none. */
    String text(String name) {
      return body == null ? "" : body.path(name).asString("");
    }
  }

  Reply call(String method, ObjectNode body) {
    Web.Answer answer =
        web.post(
            api.resolve(method),
            Map.of(
                "Authorization",
                "Bearer " + token.reveal(),
                "Content-Type",
                "application/json; charset=utf-8"),
            Json.mapper().writeValueAsBytes(body));
    if (!(answer instanceof Web.Answer.Response response) || !response.isOk()) {
      return new Reply(Web.judge(answer, token), "", null);
    }
    try {
      JsonNode json = Json.mapper().readTree(response.body());
      if (json.path("ok").asBoolean(false)) {
        return new Reply(Outcome.Sent.of("ok"), "", json);
      }
      String error = token.redact(Clean.line(json.path("error").asString("unknown")));
      return new Reply(refusal(error, response), error, json);
    } catch (JacksonException e) {
      String detail = "Slack answered with something that is no JSON";
      return new Reply(Outcome.Retry.of(Outcome.Reason.SERVER_ERROR, detail), "", null);
    }
  }

  /** Slack's words for what went wrong, explained. */
  private Outcome refusal(String error, Web.Answer.Response response) {
    String channel = Clean.line(about);
    return switch (error) {
      case "ratelimited", "rate_limited" ->
          new Outcome.Retry(Outcome.Reason.RATE_LIMITED, error, response.retryAfter());
      case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
          Outcome.Retry.of(Outcome.Reason.SERVER_ERROR, error);
      case "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired" ->
          new Outcome.Refused(
              Outcome.Reason.UNAUTHORIZED, error + ": give the app's current token");
      case "not_allowed_token_type" ->
          new Outcome.Refused(
              Outcome.Reason.UNAUTHORIZED,
              error + ": token is a bot token (xoxb-), app_token an app-level one (xapp-)");
      case "missing_scope", "no_permission" ->
          new Outcome.Refused(
              Outcome.Reason.UNAUTHORIZED,
              error + ": the app needs chat:write, and connections:write for an app_token");
      case "channel_not_found", "is_archived" ->
          new Outcome.Refused(Outcome.Reason.UNKNOWN_RECIPIENT, error + ": " + channel);
      case "not_in_channel" ->
          new Outcome.Refused(
              Outcome.Reason.UNKNOWN_RECIPIENT, error + ": invite the app to " + channel);
      default -> new Outcome.Refused(Outcome.Reason.REFUSED, error);
    };
  }
}
