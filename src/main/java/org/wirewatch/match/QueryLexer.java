package org.wirewatch.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the source of a query into symbols. */
final class QueryLexer {
  private static final Pattern COUNTED =
      Pattern.compile("(W|NEAR|ATLEAST)/(\\d{1,6})", Pattern.CASE_INSENSITIVE);

  /** Meant to be counted, and without a count: {@code NEAR/x}, {@code W/}, {@code NEAR5}. */
  private static final Pattern MISCOUNTED =
      Pattern.compile("(W|NEAR|ATLEAST)/(\\D?).*|(NEAR|ATLEAST)(\\d{1,4})");

  private static final Pattern COUNT_APART = Pattern.compile("\\s+(\\d{1,4})\\b");

  private static final Pattern FIELD = Pattern.compile("(\\p{L}[\\p{L}_-]*):(.*)", Pattern.DOTALL);

  private final String source;
  private final List<Symbol> symbols = new ArrayList<>();
  private int at;

  private QueryLexer(String source) {
    this.source = source;
  }

  /** What a symbol is. */
  enum Kind {
    WORD,
    QUOTED,
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    WITHIN,
    NEAR,
    SAME,
    AT_LEAST,
    FIELD,
    FUNCTION,
    END
  }

  /**
   * A symbol.
   *
   * @param text of a word or a quoted phrase; the lower-case name of a field, without its colon;
   *     the name of a function, without its parenthesis
   * @param number of a counted operator; else 0
   * @param start offset into the source, inclusive
   * @param end exclusive
   */
  record Symbol(Kind kind, String text, int number, int start, int end) {}

  static List<Symbol> symbols(String source) {
    QueryLexer lexer = new QueryLexer(source);
    while (lexer.skipBlanks()) {
      lexer.next();
    }
    lexer.add(Kind.END, "", source.length());
    return lexer.symbols;
  }

  /** Skips white space and comments; false at the end. */
  private boolean skipBlanks() {
    while (at < source.length()) {
      if (source.startsWith("/*", at)) {
        int end = source.indexOf("*/", at + 2);
        if (end < 0) {
          throw new QuerySyntaxException(at, "a comment that is not closed, expected */", " */");
        }
        at = end + 2;
      } else if (Character.isWhitespace(source.charAt(at)) || source.charAt(at) == '\u00A0') {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void next() {
    char c = source.charAt(at);
    if (c == '(') {
      add(Kind.OPEN, "(", at + 1);
    } else if (c == ')') {
      add(Kind.CLOSE, ")", at + 1);
    } else if (isQuote(at)) {
      quoted();
    } else {
      word();
    }
  }

  private void quoted() {
    int end = at + 1;
    while (end < source.length() && !isQuote(end)) {
      end++;
    }
    if (end == source.length()) {
      throw new QuerySyntaxException(at, "a quotation mark that is not closed, expected \"", "\"");
    }
    add(Kind.QUOTED, source.substring(at + 1, end), end + 1);
  }

  private void word() {
    int end = at;
    while (end < source.length() && !endsWord(end)) {
      end++;
    }
    String text = source.substring(at, end);
    Matcher field = FIELD.matcher(text);
    if (field.matches()) {
      add(Kind.FIELD, field.group(1).toLowerCase(Locale.ROOT), at + field.group(1).length() + 1);
      return;
    }
    if (end < source.length() && source.charAt(end) == '(' && isFunction(text)) {
      add(Kind.FUNCTION, text, end);
      return;
    }
    Matcher counted = COUNTED.matcher(text);
    if (counted.matches()) {
      counted(counted, end);
    } else {
      refuseMiscounted(text);
      add(operator(text), text, end);
    }
  }

  private void refuseMiscounted(String text) {
    Matcher meant = MISCOUNTED.matcher(text);
    if (!meant.matches()) {
      return;
    }
    String name = meant.group(1) == null ? meant.group(3) : meant.group(1);
    Matcher apart = COUNT_APART.matcher(source).region(at + text.length(), source.length());
    boolean isApart = meant.group(4) == null && text.endsWith("/") && apart.lookingAt();
    String count = isApart ? apart.group(1) : meant.group(4) == null ? "5" : meant.group(4);
    boolean unit = text.equals("W/S") || text.equals("W/P");
    throw QuerySyntaxException.misspelt(
        at,
        isApart ? apart.end() : at + text.length(),
        unit
            ? "no " + text + " here; one sentence is a SAME b, one paragraph PARA(a b)"
            : "\""
                + text
                + "\" has no count, expected a number right after "
                + name
                + "/ as in "
                + name
                + "/"
                + count,
        text.equals("W/S") ? "SAME" : unit ? "AND" : name + "/" + count);
  }

  private void counted(Matcher counted, int end) {
    Kind kind =
        switch (counted.group(1).toUpperCase(Locale.ROOT)) {
          case "W" -> Kind.WITHIN;
          case "NEAR" -> Kind.NEAR;
          default -> Kind.AT_LEAST;
        };
    int number = Integer.parseInt(counted.group(2));
    symbols.add(new Symbol(kind, counted.group(), number, at, end));
    at = end;
  }

  private static Kind operator(String text) {
    return switch (text) {
      case "AND" -> Kind.AND;
      case "OR" -> Kind.OR;
      case "NOT" -> Kind.NOT;
      case "SAME" -> Kind.SAME;
      default -> Kind.WORD;
    };
  }

  static boolean isFunction(String name) {
    return switch (name) {
      case "CAPS", "ALLCAPS", "NOCAPS", "EXACT", "PARA" -> true;
      default -> false;
    };
  }

  private boolean endsWord(int i) {
    char c = source.charAt(i);
    return Character.isWhitespace(c)
        || c == '\u00A0'
        || c == '('
        || c == ')'
        || isQuote(i)
        || source.startsWith("/*", i);
  }

  /** Not between Hebrew letters, where it is the sign of initials. */
  private boolean isQuote(int i) {
    return switch (source.charAt(i)) {
      case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> true;
      case '"' -> !isHebrew(i - 1) || !isHebrew(i + 1);
      default -> false;
    };
  }

  private boolean isHebrew(int i) {
    return i >= 0
        && i < source.length()
        && source.charAt(i) >= '\u05D0'
        && source.charAt(i) <= '\u05EA';
  }

  private void add(Kind kind, String text, int end) {
    symbols.add(new Symbol(kind, text, 0, at, end));
    at = end;
  }
}
