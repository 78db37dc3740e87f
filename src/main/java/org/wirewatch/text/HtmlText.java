package org.wirewatch.text;

/**
 * The plain text of a piece of HTML: references decoded, tags and comments removed, white space
 * folded; a paragraph, heading, list or table ends with an empty line, a {@code <br>}, list entry
 * or table row with a line break. Scripts, styles and other unread content are left out.
 *
 * <p>One pass over the characters, without a document tree: a news item needs its text only, and a
 * tree costs ten times as much. Never fails: what is no tag is text, what is never closed ends with
 * the text. Thread-safe.
 */
public final class HtmlText {
  private static final String CDATA = "<![CDATA[";

  private HtmlText() {}

  /** The text of what is known to be HTML; markup that was escaped twice is taken for markup. */
  public static String of(String html) {
    return read(html, true);
  }

  /**
   * The text of what may be HTML or plain: only the names of HTML are taken for tags, so {@code 1 <
   * 2} and {@code <Enter>} stay, and an empty line in text without tags stays one.
   */
  public static String ofEither(String text) {
    return read(text, false);
  }

  private static String read(String html, boolean certain) {
    if (isPlain(html)) {
      return html;
    }
    String source = html.contains(CDATA) ? html.replace(CDATA, "").replace("]]>", "") : html;
    TextScanner scanner = new TextScanner(source, certain);
    String text = scanner.scan();
    if (text.indexOf('&') >= 0 || (!scanner.sawTags() && looksLikeMarkup(text))) {
      boolean markup = !scanner.sawTags() && looksLikeMarkup(text);
      return markup ? new TextScanner(text, false).scan() : CharacterReferences.decode(text);
    }
    return text;
  }

  /** Whether the text is already as it should be, as most titles are. */
  private static boolean isPlain(String text) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ';
      if (c == '<' || c == '&' || c < ' ' || (space && afterSpace) || (c >= 0x7f && isOdd(c))) {
        return false;
      }
      afterSpace = space;
    }
    return !afterSpace || text.isEmpty();
  }

  private static boolean isOdd(char c) {
    return c <= 0xa0 || TextScanner.isSpace(c) || TextScanner.isInvisible(c);
  }

  /** Whether the text has a closing tag or a line break of HTML in it. */
  private static boolean looksLikeMarkup(String text) {
    for (int lt = text.indexOf('<'); lt >= 0; lt = text.indexOf('<', lt + 1)) {
      boolean closing = lt + 1 < text.length() && text.charAt(lt + 1) == '/';
      String name = HtmlTag.nameAt(text, closing ? lt + 2 : lt + 1);
      if (closing ? HtmlTag.isKnown(name) : name.equals("br") || name.equals("img")) {
        return true;
      }
    }
    return false;
  }
}
