package org.wirewatch.serve;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/**
 * An alert in the Common Alerting Protocol (OASIS CAP 1.2, 2010). It is a report about the world
 * and no order to anybody: scope is private, and no response is asked for.
 */
final class CapDocument {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
  private static final String SENDER = "wirewatch";

  /** CAP wants an offset in digits, and for UTC {@code -00:00}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** CAP's categories of the events; {@code Security} for the others, {@code Other} without one. */
  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("event:airspace-closed", "Transport"),
          Map.entry("event:airport-closed", "Transport"),
          Map.entry("event:border-closed", "Transport"),
          Map.entry("event:port-closed", "Transport"),
          Map.entry("event:flights-suspended", "Transport"),
          Map.entry("event:aircraft-crash", "Transport"),
          Map.entry("event:evacuation", "Safety"),
          Map.entry("event:travel-warning", "Safety"),
          Map.entry("event:explosion", "Safety"),
          Map.entry("event:nuclear-incident", "CBRNE"),
          Map.entry("event:earthquake", "Geo"),
          Map.entry("event:tsunami-warning", "Geo"),
          Map.entry("event:volcanic-eruption", "Geo"),
          Map.entry("event:cyclone", "Met"),
          Map.entry("event:flood", "Met"),
          Map.entry("event:outbreak", "Health"),
          Map.entry("event:internet-shutdown", "Infra"));

  private final XMLStreamWriter xml;

  private CapDocument(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document, in UTF-8 when written. */
  static String of(Alert alert) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new CapDocument(xml).write(alert);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("what is written to memory cannot fail", e);
    }
    return text.toString();
  }

  /** The standard fixes the order. */
  private void write(Alert alert) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("alert");
    xml.writeDefaultNamespace(NAMESPACE);
    element("identifier", identifier(alert.id(), alert.revision()));
    element("sender", SENDER);
    element("sent", time(alert.times().revised()));
    element("status", "Actual");
    element("msgType", alert.revision() == 1 ? "Alert" : "Update");
    element("scope", "Private");
    element("addresses", alert.watchlist().replace(' ', '-'));
    if (alert.revision() > 1) {
      element(
          "references",
          SENDER + "," + identifier(alert.id(), 1) + "," + time(alert.times().raised()));
    }
    info(alert);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void info(Alert alert) throws XMLStreamException {
    xml.writeStartElement("info");
    element("language", "en");
    element(
        "category",
        CATEGORIES.getOrDefault(
            alert.entry(), alert.entry().startsWith("event:") ? "Security" : "Other"));
    element("event", alert.name());
    element("urgency", urgency(alert.status()));
    element("severity", severity(alert.severity()));
    element("certainty", certainty(alert.status()));
    element("senderName", "Wirewatch");
    element("headline", alert.headline());
    element("description", description(alert));
    for (Alert.Report report : alert.story().reports()) {
      if (report.url() != null) {
        element("web", report.url());
        break;
      }
    }
    parameter("entry", alert.entry());
    parameter("change", AlertRow.spelled(alert.change()).replace(' ', '-'));
    parameter("state", AlertRow.spelled(alert.state()));
    if (!alert.places().isEmpty()) {
      area(alert);
    }
    xml.writeEndElement();
  }

  private void area(Alert alert) throws XMLStreamException {
    xml.writeStartElement("area");
    element("areaDesc", AlertRow.of(alert).places());
    for (String code : alert.places()) {
      named("geocode", "ISO 3166-1", code);
    }
    xml.writeEndElement();
  }

  private void parameter(String name, String value) throws XMLStreamException {
    named("parameter", name, value);
  }

  private void named(String element, String name, String value) throws XMLStreamException {
    xml.writeStartElement(element);
    element("valueName", name);
    element("value", value);
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", " "));
    xml.writeEndElement();
  }

  private static String identifier(String id, int revision) {
    return id + "." + revision;
  }

  private static String time(Instant instant) {
    return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String description(Alert alert) {
    String summary = alert.summary().isBlank() ? alert.headline() : alert.summary();
    return summary + "\n\nWhy: " + String.join("; ", alert.why());
  }

  private static String urgency(@Nullable Status status) {
    return switch (status) {
      case IN_EFFECT -> "Immediate";
      case ANNOUNCED -> "Expected";
      case ENDED, PAST -> "Past";
      case POSSIBLE, DENIED -> "Unknown";
      case null -> "Unknown";
    };
  }

  private static String certainty(@Nullable Status status) {
    return switch (status) {
      case IN_EFFECT, ENDED, PAST -> "Observed";
      case ANNOUNCED -> "Likely";
      case POSSIBLE -> "Possible";
      case DENIED -> "Unlikely";
      case null -> "Unknown";
    };
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "Extreme";
      case HIGH -> "Severe";
      case MEDIUM -> "Moderate";
      case LOW, INFO -> "Minor";
    };
  }
}
