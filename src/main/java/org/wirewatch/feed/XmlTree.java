package org.wirewatch.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Builds the elements of a document from its tags: namespaces, wrong nesting, limits. Confined to
 * one thread, used once.
 */
final class XmlTree {
  private final FeedLimits limits;
  private final Repairs repairs;
  private final Element document = new Element("#document");
  private final List<Open> open = new ArrayList<>();
  private Map<String, String> names = new HashMap<>();
  private Namespaces namespaces = Namespaces.NONE;
  private int elements;

  /** Text not yet appended: its first piece, and all of it where there are more. */
  private String pending = "";

  private final StringBuilder more = new StringBuilder();

  /** Elements open beyond the depth limit, of which only the text is kept. */
  private int tooDeep;

  /** An element that has not ended: its name as written, and what was in scope around it. */
  private record Open(String rawName, Element element, Namespaces outer) {}

  private XmlTree(FeedLimits limits, Repairs repairs) {
    this.limits = limits;
    this.repairs = repairs;
  }

  /** Reads the whole of {@code xml} into an element without a name that holds the roots. */
  static Element read(String xml, FeedLimits limits, Repairs repairs) {
    XmlTree tree = new XmlTree(limits, repairs);
    new XmlScanner(xml, tree, repairs).scan();
    tree.flush();
    if (!tree.open.isEmpty()) {
      tree.cutOff();
    }
    return tree.document;
  }

  void cutOff() {
    repairs.add("document is cut off");
  }

  boolean isFull() {
    return elements > limits.maxElements();
  }

  /** Text of the innermost open element; adjacent pieces become one. */
  void text(String text) {
    if (pending.isEmpty()) {
      pending = text;
    } else {
      if (more.isEmpty()) {
        more.append(pending);
      }
      more.append(text);
    }
  }

  /** White space, which matters only between words. */
  void blank() {
    if (!open.isEmpty()) {
      text(" ");
    }
  }

  private void flush() {
    if (!pending.isEmpty()) {
      top().append(more.isEmpty() ? pending : more.toString());
      pending = "";
      more.setLength(0);
    }
  }

  void startTag(String rawName, List<String> attributes, boolean empty) {
    if (open.size() >= limits.maxDepth()) {
      repairs.add("nested deeper than " + limits.maxDepth() + " levels");
      tooDeep += empty ? 0 : 1;
      return;
    }
    flush();
    elements++;
    Namespaces outer = namespaces;
    declare(attributes);
    Element element = new Element(elementName(rawName));
    element.setAttributes(resolve(attributes));
    if (!empty) {
      closeUnclosedEntry(element.name());
    }
    top().append(element);
    if (empty) {
      element.complete();
      enter(outer);
    } else {
      open.add(new Open(rawName, element, outer));
    }
  }

  void endTag(String rawName) {
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    flush();
    int depth = open.size() - 1;
    while (depth >= 0 && !open.get(depth).rawName.equalsIgnoreCase(rawName)) {
      depth--;
    }
    if (depth < 0 && !open.isEmpty() && isMisspelt(open.getLast().rawName, rawName)) {
      depth = open.size() - 1;
    }
    if (depth < 0) {
      repairs.add("end tag without a start");
    } else {
      if (depth < open.size() - 1) {
        repairs.add("start tag without an end");
      }
      close(depth);
    }
  }

  /** Ends the open elements down to and including that at {@code depth}. */
  private void close(int depth) {
    while (open.size() > depth) {
      Open ended = open.removeLast();
      ended.element.complete();
      enter(ended.outer);
    }
  }

  private static boolean isMisspelt(String start, String end) {
    return !end.isEmpty()
        && start.charAt(0) == end.charAt(0)
        && Math.abs(start.length() - end.length()) <= 1
        && start.length() > 2;
  }

  /** No entry holds another: where one starts within one, its end tag was forgotten. */
  private void closeUnclosedEntry(String name) {
    if (name.equals("item") || name.equals("atom:entry") || name.equals("entry")) {
      for (int depth = open.size() - 1; depth >= 0; depth--) {
        if (open.get(depth).element.name().equals(name)) {
          repairs.add("start tag without an end");
          close(depth);
          return;
        }
      }
    }
  }

  private Element top() {
    return open.isEmpty() ? document : open.getLast().element;
  }

  private void declare(List<String> attributes) {
    Namespaces inner = namespaces;
    for (int i = 0; i < attributes.size(); i += 2) {
      String name = attributes.get(i);
      if (name.equals("xmlns")) {
        inner = inner.with("", attributes.get(i + 1));
      } else if (name.startsWith("xmlns:")) {
        inner = inner.with(name.substring(6), attributes.get(i + 1));
      }
    }
    enter(inner);
  }

  private void enter(Namespaces scope) {
    if (!scope.isSame(namespaces)) {
      namespaces = scope;
      names = new HashMap<>();
    }
  }

  private String elementName(String rawName) {
    String known = names.get(rawName);
    if (known == null) {
      known = canonical(rawName, true);
      names.put(rawName, known);
    }
    return known;
  }

  private List<String> resolve(List<String> attributes) {
    for (int i = 0; i < attributes.size(); i += 2) {
      attributes.set(i, canonical(attributes.get(i), false));
    }
    return attributes;
  }

  private String canonical(String rawName, boolean isElement) {
    int colon = rawName.indexOf(':');
    String local = rawName.substring(colon + 1).toLowerCase(Locale.ROOT);
    String written = colon < 0 ? "" : rawName.substring(0, colon);
    if ((colon < 0 && !isElement) || written.equals("xmlns")) {
      return local;
    }
    String namespace =
        written.equals("xml") ? "http://www.w3.org/XML/1998/namespace" : namespaces.find(written);
    if (namespace.isEmpty() && !written.isEmpty()) {
      repairs.add("prefix " + written + " is not declared");
    }
    String prefix = KnownNamespaces.prefix(namespace, written);
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }
}
