package org.wirewatch.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of a document as its reader sees it.
 *
 * <p>Names are in lower case and carry the prefix by which everyone knows their namespace, whatever
 * the document calls it: {@code pubdate}, {@code dc:creator}, {@code atom:link}. Built by {@link
 * XmlTree}, not changed afterwards.
 */
final class Element {
  private static final String[] NO_ATTRIBUTES = {};

  private final String name;
  private String[] attributes = NO_ATTRIBUTES;

  /** Strings and Elements in document order; null until there is one. */
  private @Nullable List<Object> content;

  private boolean complete;

  Element(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Its name without the prefix. */
  String localName() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Whether the document held it to its end. */
  boolean isComplete() {
    return complete;
  }

  /** The attribute's value, references decoded; null if absent. */
  @Nullable String attribute(String attributeName) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(attributeName)) {
        return attributes[i + 1];
      }
    }
    return null;
  }

  String attributeOr(String attributeName, String otherwise) {
    String value = attribute(attributeName);
    return value == null ? otherwise : value;
  }

  List<Element> children() {
    List<Element> children = new ArrayList<>();
    if (content != null) {
      for (Object part : content) {
        if (part instanceof Element child) {
          children.add(child);
        }
      }
    }
    return children;
  }

  /** The first child of this name; null if there is none. */
  @Nullable Element child(String childName) {
    if (content != null) {
      for (Object part : content) {
        if (part instanceof Element child && child.name.equals(childName)) {
          return child;
        }
      }
    }
    return null;
  }

  /** The text of the first child of this name; empty if there is none. */
  String childText(String childName) {
    Element child = child(childName);
    return child == null ? "" : child.text().strip();
  }

  /** Whether nothing stands before this child. */
  boolean startsWith(Element child) {
    return content != null && child.equals(content.getFirst());
  }

  /** Whether nothing stands behind this child. */
  boolean endsWith(Element child) {
    return content != null && child.equals(content.getLast());
  }

  boolean hasChildren() {
    if (content != null) {
      for (Object part : content) {
        if (part instanceof Element) {
          return true;
        }
      }
    }
    return false;
  }

  /** All text in it and in its descendants. */
  String text() {
    if (content == null) {
      return "";
    }
    if (content.size() == 1 && content.getFirst() instanceof String only) {
      return only;
    }
    StringBuilder out = new StringBuilder();
    appendText(out);
    return out.toString();
  }

  private void appendText(StringBuilder out) {
    if (content != null) {
      for (Object part : content) {
        if (part instanceof Element child) {
          child.appendText(out);
        } else {
          out.append(part);
        }
      }
    }
  }

  /**
   * What is in it as HTML: child elements become tags again.
   *
   * @param escape whether its text is text (XHTML), rather than HTML that was escaped once
   */
  String markup(boolean escape) {
    if (!escape && !hasChildren()) {
      return text();
    }
    StringBuilder out = new StringBuilder();
    appendMarkup(out, escape);
    return out.toString();
  }

  private void appendMarkup(StringBuilder out, boolean escape) {
    if (content == null) {
      return;
    }
    for (Object part : content) {
      if (part instanceof Element child) {
        String tag = child.localName();
        out.append('<').append(tag).append('>');
        child.appendMarkup(out, escape);
        out.append("</").append(tag).append('>');
      } else {
        String text = (String) part;
        out.append(escape ? text.replace("&", "&amp;").replace("<", "&lt;") : text);
      }
    }
  }

  void setAttributes(List<String> namesAndValues) {
    attributes = namesAndValues.toArray(NO_ATTRIBUTES);
  }

  void append(Element child) {
    parts().add(child);
  }

  void append(String text) {
    parts().add(text);
  }

  void complete() {
    complete = true;
  }

  private List<Object> parts() {
    if (content == null) {
      content = new ArrayList<>(1);
    }
    return content;
  }
}
