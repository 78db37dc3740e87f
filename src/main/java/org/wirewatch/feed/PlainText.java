package org.wirewatch.feed;

/** An article in plain text: a short first line that stands alone is its title. */
final class PlainText {
  private static final int LONGEST_TITLE = 250;

  private PlainText() {}

  static EntryDraft read(String text) {
    EntryDraft entry = new EntryDraft(new Inherited("", null));
    String stripped = text.strip();
    int end = stripped.indexOf('\n');
    String first = end < 0 ? "" : stripped.substring(0, end).strip();
    String rest = end < 0 ? "" : stripped.substring(end + 1);
    if (!first.isEmpty()
        && first.length() <= LONGEST_TITLE
        && rest.stripLeading().length() < rest.length()
        && rest.substring(0, rest.length() - rest.stripLeading().length()).contains("\n")) {
      entry.title = GivenText.verbatim(first);
      entry.body = GivenText.verbatim(rest.strip());
    } else {
      entry.body = GivenText.verbatim(stripped);
    }
    return entry;
  }
}
