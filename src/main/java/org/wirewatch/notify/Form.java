package org.wirewatch.notify;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What a browser sends when a form is submitted, url-encoded. Immutable. */
record Form(String fields) {
  private static final int LONGEST_NAME = 80;

  static Form of(byte[] body) {
    return new Form(new String(body, StandardCharsets.UTF_8));
  }

  /** A field; empty where there is none that can be read. */
  String field(String name) {
    for (String pair : fields.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        try {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
          return "";
        }
      }
    }
    return "";
  }

  /** The name that a person gave, in {@code who}. */
  String who() {
    String name = Clean.cut(Clean.line(field("who")), LONGEST_NAME);
    return name.isEmpty() ? "somebody" : name;
  }
}
