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
    String operator = meant(symbol.text());
    if (!operator.isEmpty()) {
      warn(
          symbol,
          "\"" + symbol.text() + "\" is searched for as a word; the operator is " + operator,
          replaced(symbol, operator));
    } else if (symbol.text().length() > 1 && symbol.text().charAt(0) == '-') {
      String word = symbol.text().substring(1);
      warn(
          symbol,
          "\"" + symbol.text() + "\" asks for the word; what must not be there follows NOT",
          replaced(symbol, "NOT " + word));
    }
  }

  /** The operator that a word was meant to be; empty for what is but a word. */
  private static String meant(String word) {
    return switch (word) {
      case "and", "or", "not", "And", "Or", "Not", "same" -> word.toUpperCase(Locale.ROOT);
      case "NEAR" -> "NEAR/5";
      case "ADJ", "ONEAR", "WITHIN" -> "W/5";
      case "ATLEAST" -> "ATLEAST/3";
      default -> {
        boolean counted = word.matches("(PRE/|ONEAR/|ADJ/?)\\d{1,4}");
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
