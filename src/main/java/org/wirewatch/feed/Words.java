package org.wirewatch.feed;

import org.wirewatch.text.HtmlText;

/**
 * Text as the document gives it.
 *
 * @param html whether it surely is HTML; otherwise it may be either
 */
record Words(String value, boolean html) {
  static final Words NONE = new Words("", false);

  static Words html(String value) {
    return new Words(value, true);
  }

  static Words either(String value) {
    return new Words(value, false);
  }

  boolean isBlank() {
    return value.isBlank();
  }

  Words or(Words otherwise) {
    return isBlank() ? otherwise : this;
  }

  String plain() {
    return html ? HtmlText.of(value) : HtmlText.ofEither(value);
  }
}
