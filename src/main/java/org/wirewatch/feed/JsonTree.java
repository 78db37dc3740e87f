package org.wirewatch.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON into elements, so that formats in JSON are read like those in XML: a field becomes an
 * element of its name in lower case, an array one element per value, a scalar its text. Confined to
 * one thread, used once.
 */
final class JsonTree {
  private final JsonParser json;
  private final FeedLimits limits;
  private final Repairs repairs;
  private int elements;

  private JsonTree(JsonParser json, FeedLimits limits, Repairs repairs) {
    this.json = json;
    this.limits = limits;
    this.repairs = repairs;
  }

  /** The outermost value; where the document breaks off, what was complete until then. */
  static Element read(String text, FeedLimits limits, Repairs repairs) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.maxDepth())
                    .maxStringLength(limits.maxBytes())
                    .build())
            .build();
    Element root = new Element("#json");
    try (JsonParser parser = factory.createParser(text)) {
      JsonTree tree = new JsonTree(parser, limits, repairs);
      tree.value(root, parser.nextToken());
    } catch (JacksonException e) {
      repairs.add("JSON breaks off: " + e.getOriginalMessage());
    }
    return root;
  }

  private void value(Element into, JsonToken token) {
    switch (token) {
      case START_OBJECT -> object(into);
      case START_ARRAY -> array(into, "value");
      case VALUE_NULL -> {}
      default -> into.append(json.getString());
    }
    into.complete();
  }

  private void object(Element into) {
    List<String> attributes = new ArrayList<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName().toLowerCase(Locale.ROOT);
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_ARRAY) {
        array(into, name);
      } else {
        Element field = child(into, name, token);
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          attributes.add(name);
          attributes.add(field.text());
        }
      }
    }
    into.setAttributes(attributes);
  }

  private void array(Element into, String name) {
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        array(into, name);
      } else {
        child(into, name, token);
      }
    }
  }

  private Element child(Element into, String name, JsonToken token) {
    Element field = new Element(name);
    if (++elements > limits.maxElements()) {
      repairs.add("document is cut off");
      json.skipChildren();
    } else {
      into.append(field);
      value(field, token);
    }
    return field;
  }
}
