package org.wirewatch.feed;

import org.wirewatch.text.HtmlText;

/** Text as the document gives it, and what is known of its kind. */
record Words(String value, Kind kind) {
  /** Nothing. */
  static final Words NONE = new Words("", Kind.EITHER);

  enum Kind {
    /** Surely HTML. */
    HTML,
    /** Perhaps HTML, perhaps plain text. */
    EITHER,
    /** Plain text, whatever it looks like. */
    VERBATIM
  }

  static Words html(String value) {
    return new Words(value, Kind.HTML);
  }

  static Words either(String value) {
    return new Words(value, Kind.EITHER);
  }

  static Words verbatim(String value) {
    return new Words(value, Kind.VERBATIM);
  }

  boolean isBlank() {
    return value.isBlank();
  }

  Words or(Words otherwise) {
    return isBlank() ? otherwise : this;
  }

  String plain() {
    return switch (kind) {
      case HTML -> HtmlText.of(value);
      case EITHER -> HtmlText.ofEither(value);
      case VERBATIM -> value;
    };
  }
}
