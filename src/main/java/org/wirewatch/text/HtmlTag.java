package org.wirewatch.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the tags of HTML mean to someone who only reads the text. */
enum HtmlTag {
  /** Within a line; changes nothing. */
  INLINE,
  /** A line of its own. */
  LINE,
  /** A paragraph of its own. */
  BLOCK,
  /** Separated by a space. */
  CELL,
  /** With what is in it, nothing to read. */
  UNREAD;

  private static final int LONGEST = 10;

  private static final Map<String, HtmlTag> BY_NAME = new HashMap<>();

  static {
    put(LINE, "br", "li", "tr", "dt", "dd", "option", "figcaption", "caption", "summary", "legend");
    put(
        BLOCK,
        "p div h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre hr section article aside header"
            + " footer main nav address figure form fieldset center details body html title");
    put(CELL, "td th");
    put(
        UNREAD,
        "script style noscript template iframe object embed applet audio video canvas"
            + " select textarea head");
    put(
        INLINE,
        "a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd"
            + " label link map area mark meta meter nobr param picture progress q rp rt ruby s samp"
            + " small source span strike strong sub sup tbody tfoot thead time tt u var wbr col"
            + " colgroup blink marquee base track svg math font");
  }

  private static void put(HtmlTag tag, String... names) {
    for (String list : names) {
      for (String name : list.split(" ", -1)) {
        BY_NAME.put(name, tag);
      }
    }
  }

  static boolean isKnown(String name) {
    return BY_NAME.containsKey(name);
  }

  /** By a name in lower case; a name that HTML does not know is inline. */
  static HtmlTag of(String name) {
    HtmlTag tag = BY_NAME.get(name);
    return tag == null ? INLINE : tag;
  }

  /** Whether the element is ended by its start tag. */
  static boolean isVoid(String name) {
    return name.equals("embed");
  }

  /** The name in lower case, without a prefix ("html:p"), that starts here; empty if none does. */
  static String nameAt(String text, int start) {
    int from = start;
    int i = start;
    for (; i < text.length() && i - from <= LONGEST; i++) {
      char c = text.charAt(i);
      if (c == ':' && i > start) {
        from = i + 1;
      } else if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (i > from && isInner(c)))) {
        break;
      }
    }
    return text.substring(from, i).toLowerCase(Locale.ROOT);
  }

  private static boolean isInner(char c) {
    return (c >= '0' && c <= '9') || c == '-';
  }
}
