package org.wirewatch.match;

import java.util.List;
import java.util.Locale;
import org.wirewatch.match.QueryLexer.Kind;
import org.wirewatch.match.QueryLexer.Symbol;

/**
 * What the symbols of a query look like and are not: operators of other spellings and languages.
 */
final class SymbolLint {
  private final String source;
  private final List<QueryProblem> warnings;

  private SymbolLint(String source, List<QueryProblem> warnings) {
    this.source = source;
    this.warnings = warnings;
  }

  /** Adds what is to be said of the symbols. */
  static void check(String source, List<Symbol> symbols, List<QueryProblem> warnings) {
    SymbolLint lint = new SymbolLint(source, warnings);
    symbols.stream().filter(symbol -> symbol.kind() == Kind.WORD).forEach(lint::word);
    lint.mixedOperators(symbols);
  }

  private void word(Symbol symbol) {
    String word = symbol.text();
    String operator = meant(word);
    if (!operator.isEmpty()) {
      warn(
          symbol,
          "\"" + word + "\" is searched for as a word; the operator is " + operator,
          replaced(symbol, operator));
    } else if (word.matches("[-!].+")) {
      warn(
          symbol,
          "\"" + word + "\" asks for the word; what must not be there follows NOT",
          replaced(symbol, "NOT " + word.substring(1)));
    } else if (word.matches("[~^].*\\d+")) {
      warn(
          symbol,
          "\"" + word + "\" asks for the number; words near each other are a NEAR/5 b",
          replaced(symbol, ""));
    } else if (word.matches("'.*|.*[\\p{L}]=")) {
      warn(
          symbol,
          "\"" + word + "\" is searched for as a word; phrases stand in \", fields end in :",
          "");
    } else if (isFunctionWithout(symbol)) {
      warn(
          symbol,
          "\""
              + word
              + "\" is searched for as a word; the function is "
              + word.toUpperCase(Locale.ROOT)
              + "(…)",
          "");
    }
  }

  /** A function without its parenthesis, or not in capitals. */
  private boolean isFunctionWithout(Symbol symbol) {
    boolean capitals = QueryLexer.isFunction(symbol.text());
    boolean opens = symbol.end() < source.length() && source.charAt(symbol.end()) == '(';
    return capitals || (opens && QueryLexer.isFunction(symbol.text().toUpperCase(Locale.ROOT)));
  }

  /** The operator that a word was meant to be; empty for what is but a word. */
  private static String meant(String word) {
    return switch (word) {
      case "and", "or", "not", "And", "Or", "Not", "same" -> word.toUpperCase(Locale.ROOT);
      case "NEAR" -> "NEAR/5";
      case "ADJ", "ONEAR", "WITHIN" -> "W/5";
      case "ATLEAST" -> "ATLEAST/3";
      case "ANDNOT", "AND-NOT", "BUTNOT" -> "AND NOT";
      case "XOR" -> "OR";
      default -> {
        boolean counted = word.matches("((PRE|ONEAR|ADJ|w|W)?/|ADJ|W|w)\\d{1,4}");
        yield counted ? "W/" + word.replaceAll("\\D", "") : "";
      }
    };
  }

  private String replaced(Symbol symbol, String by) {
    return source.substring(0, symbol.start()) + by + source.substring(symbol.end());
  }

  /** AND and OR on one level without parentheses are read, but seldom as meant. */
  private void mixedOperators(List<Symbol> symbols) {
    boolean and = false;
    boolean or = false;
    int depth = 0;
    for (Symbol symbol : symbols) {
      switch (symbol.kind()) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        case AND -> and |= depth == 0;
        case OR -> or |= depth == 0;
        default -> {
          continue;
        }
      }
      if (and && or) {
        warn(symbol, "AND binds before OR; parentheses would say which is meant", "");
        return;
      }
    }
  }

  private void warn(Symbol at, String message, String fix) {
    warnings.add(QueryProblem.at(false, source, at.start(), message, fix));
  }
}
