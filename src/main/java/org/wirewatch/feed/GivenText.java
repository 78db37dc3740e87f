package org.wirewatch.feed;

import org.wirewatch.text.HtmlText;

/** Text as the document gives it, and what is known of its kind. */
record GivenText(String value, Kind kind) {
  /** Nothing. */
  static final GivenText NONE = new GivenText("", Kind.EITHER);

  enum Kind {
    /** Surely HTML. */
    HTML,
    /** Perhaps HTML, perhaps plain text. */
    EITHER,
    /** Plain text, whatever it looks like. */
    VERBATIM
  }

  static GivenText html(String value) {
    return new GivenText(value, Kind.HTML);
  }

  static GivenText either(String value) {
    return new GivenText(value, Kind.EITHER);
  }

  static GivenText verbatim(String value) {
    return new GivenText(value, Kind.VERBATIM);
  }

  boolean isBlank() {
    return value.isBlank();
  }

  GivenText or(GivenText otherwise) {
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
