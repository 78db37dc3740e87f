package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import tools.jackson.databind.node.ObjectNode;

/** Notifications and alerts as CloudEvents 1.0. Pure. */
final class CloudEvent {
  static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";
  private static final String SOURCE = "urn:wirewatch";

  private CloudEvent() {}

  /** A notification in structured mode: one JSON object with the notification as its data. */
  static byte[] structured(Notification notification) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", notification.id());
    event.put("source", SOURCE);
    event.put("type", "org.wirewatch.notification." + Telling.word(notification.form()));
    event.put("subject", notification.alert().id());
    event.put("time", notification.created().toString());
    event.put("datacontenttype", "application/json");
    event.set("data", Json.mapper().valueToTree(notification));
    return Json.mapper().writeValueAsBytes(event);
  }

  /** The headers of an alert in Kafka's binary mode, where the value is the alert itself. */
  static Map<String, byte[]> headers(Alert alert) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", alert.id() + ":" + alert.revision());
    headers.put("ce_source", SOURCE);
    headers.put("ce_type", "org.wirewatch.alert." + Telling.word(alert.change()));
    headers.put("ce_subject", alert.id());
    headers.put("ce_time", alert.times().revised().toString());
    headers.put("content-type", "application/json");
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    headers.forEach((name, value) -> bytes.put(name, value.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }
}
