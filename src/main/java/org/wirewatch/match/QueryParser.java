package org.wirewatch.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wirewatch.match.QueryLexer.Kind;
import org.wirewatch.match.QueryLexer.Symbol;
import org.wirewatch.text.Folding;

/**
 * Reads a query by recursive descent, each level of precedence a method: OR binds least, then AND
 * (written or not), NOT, then what relates places ({@code W/n NEAR/n SAME}, from the left).
 */
final class QueryParser {
  /** Parentheses in parentheses; deeper ones could not be evaluated in bounded stack. */
  static final int DEEPEST = 200;

  static final int MOST_SYMBOLS = 100_000;
  private static final int MOST_TOGETHER = 64;

  private final String source;
  private final List<Symbol> symbols;
  private final TextReader texts;
  private final RelationRules relations = new RelationRules();
  private int at;
  private int depth;

  QueryParser(String source, Set<String> languages) {
    this.source = source;
    this.symbols = QueryLexer.symbols(source);
    this.texts = new TextReader(languages);
    if (symbols.size() > MOST_SYMBOLS) {
      throw fault(
          symbols.get(MOST_SYMBOLS), "the query has more than " + MOST_SYMBOLS + " words", "");
    }
  }

  String source() {
    return source;
  }

  List<Symbol> symbols() {
    return symbols;
  }

  Query parse() {
    if (peek().kind() == Kind.END) {
      throw fault(peek(), "an empty query, expected a word", "");
    }
    Query query = or(Scope.PLAIN);
    if (peek().kind() == Kind.CLOSE) {
      throw fault(peek(), "a ) without its (", "");
    }
    return query;
  }

  private Query or(Scope scope) {
    List<Query> operands = new ArrayList<>();
    operands.add(and(scope));
    while (peek().kind() == Kind.OR) {
      at++;
      operands.add(and(scope));
    }
    return operands.size() == 1 ? operands.getFirst() : new Query.Or(flatOr(operands));
  }

  private Query and(Scope scope) {
    List<Query> operands = new ArrayList<>();
    operands.add(not(scope));
    while (peek().kind() == Kind.AND || startsOperand(peek())) {
      if (peek().kind() == Kind.AND) {
        at++;
      }
      operands.add(not(scope));
    }
    return operands.size() == 1 ? operands.getFirst() : new Query.And(flatAnd(operands));
  }

  private Query not(Scope scope) {
    boolean negated = false;
    while (peek().kind() == Kind.NOT) {
      at++;
      negated = !negated;
    }
    Query operand = relation(scope);
    return negated ? new Query.Not(operand) : operand;
  }

  private Query relation(Scope scope) {
    Query left = operand(scope);
    for (int chained = 1; ; chained++) {
      Symbol operator = peek();
      switch (operator.kind()) {
        case WITHIN, NEAR, SAME -> at++;
        default -> {
          return left;
        }
      }
      relations.count(operator, chained);
      RelationRules.requirePlaces(left, operator);
      Query right = operand(scope);
      RelationRules.requirePlaces(right, operator);
      left = RelationRules.related(operator, left, right);
    }
  }

  private Query operand(Scope scope) {
    Symbol symbol = peek();
    if (++depth > DEEPEST) {
      throw fault(symbol, "parentheses, fields and counts deeper than " + DEEPEST, "");
    }
    at++;
    Query operand = operand(symbol, scope);
    depth--;
    return operand;
  }

  private Query operand(Symbol symbol, Scope scope) {
    return switch (symbol.kind()) {
      case WORD -> symbol.text().equals("*") ? new Query.All() : texts.text(symbol, scope);
      case QUOTED -> texts.text(symbol, scope);
      case OPEN -> closed(symbol, scope);
      case FIELD -> field(symbol, scope);
      case FUNCTION -> function(symbol, scope);
      case AT_LEAST -> atLeast(symbol, scope);
      case END -> throw fault(symbol, "the query ends where a word was expected", "");
      case CLOSE -> throw fault(symbol, "a ) where a word was expected", "");
      case AND, OR, WITHIN, NEAR, SAME, NOT ->
          throw fault(
              symbol, symbol.text() + " where a word was expected; quote it to search for it", "");
    };
  }

  private Query closed(Symbol open, Scope scope) {
    Query inside = or(scope);
    if (peek().kind() != Kind.CLOSE) {
      throw fault(open, "a ( that is not closed, expected )", ")");
    }
    at++;
    return inside;
  }

  private Query field(Symbol field, Scope scope) {
    return switch (field.text()) {
      case "title", "headline" -> operand(narrowed(field, scope, Zone.TITLE));
      case "lead" -> operand(narrowed(field, scope, Zone.LEAD));
      case "body" -> operand(narrowed(field, scope, Zone.BODY));
      case "source" -> new Query.Fact(Query.Fact.Kind.SOURCE, value(field));
      case "lang", "language" -> new Query.Fact(Query.Fact.Kind.LANGUAGE, value(field));
      case "category" -> new Query.Fact(Query.Fact.Kind.CATEGORY, value(field));
      case "country", "leader", "event" -> texts.mention(field.text(), valueSymbol(field), scope);
      default -> throw unknownField(field);
    };
  }

  private static QuerySyntaxException unknownField(Symbol field) {
    String meant = FieldNames.meant(field.text()).map(name -> name + ":").orElse("");
    return QuerySyntaxException.misspelt(
        field.start(),
        field.end(),
        "no field "
            + field.text()
            + ":, expected title: lead: body: source: lang: category: country: leader: or event:;"
            + " quote the word if the colon belongs to it",
        meant);
  }

  private Scope narrowed(Symbol field, Scope scope, Zone zone) {
    Zone both = scope.zone().and(zone);
    if (both.isNowhere()) {
      throw fault(field, field.text() + ": inside a part that it is no part of", "");
    }
    if (!startsOperand(peek())) {
      throw fault(peek(), "a word was expected after " + field.text() + ":", "");
    }
    return new Scope(both, scope.letters());
  }

  private String value(Symbol field) {
    return Folding.fold(valueSymbol(field).text()).strip();
  }

  private Symbol valueSymbol(Symbol field) {
    Symbol value = peek();
    boolean plain = value.kind() == Kind.WORD || value.kind() == Kind.QUOTED;
    if (value.kind() == Kind.OPEN) {
      throw severalValues(field);
    }
    if (!plain || value.text().isBlank()) {
      throw fault(value, "a value was expected after " + field.text() + ":", "");
    }
    at++;
    return value;
  }

  /** Values in parentheses: the field has to be named before each. */
  private QuerySyntaxException severalValues(Symbol field) {
    StringBuilder each = new StringBuilder("(");
    int i = at + 1;
    for (; symbols.get(i).kind() != Kind.CLOSE && symbols.get(i).kind() != Kind.END; i++) {
      Symbol value = symbols.get(i);
      if (value.kind() == Kind.WORD || value.kind() == Kind.QUOTED) {
        each.append(each.length() > 1 ? " OR " : "")
            .append(field.text())
            .append(':')
            .append(source, value.start(), value.end());
      }
    }
    return QuerySyntaxException.misspelt(
        field.start(),
        symbols.get(i).end(),
        field.text() + ": takes one value; name the field before each of several",
        each + ")");
  }

  private Query function(Symbol function, Scope scope) {
    Symbol open = peek();
    at++;
    return switch (function.text()) {
      case "CAPS" -> closed(open, scope.with(Matching.Letters.CAPITALS));
      case "ALLCAPS" -> closed(open, scope.with(Matching.Letters.ALL_CAPITALS));
      case "NOCAPS" -> closed(open, scope.with(Matching.Letters.NO_CAPITALS));
      case "EXACT" -> closed(open, scope.with(Matching.Letters.EXACT));
      default -> paragraph(function, closed(open, scope));
    };
  }

  private Query paragraph(Symbol function, Query inside) {
    relations.count(function, 1);
    List<Query> operands = inside instanceof Query.And(List<Query> all) ? all : List.of(inside);
    if (operands.size() > MOST_TOGETHER) {
      throw fault(function, "more than " + MOST_TOGETHER + " words in PARA", "");
    }
    operands.forEach(operand -> RelationRules.requirePlaces(operand, function));
    return new Query.Together(Query.Together.Span.PARAGRAPH, operands);
  }

  private Query atLeast(Symbol operator, Scope scope) {
    if (operator.number() < 1) {
      throw fault(operator, "ATLEAST/ counts from 1", "");
    }
    Query operand = operand(scope);
    RelationRules.requirePlaces(operand, operator);
    return new Query.AtLeast(operator.number(), operand);
  }

  private static boolean startsOperand(Symbol symbol) {
    return switch (symbol.kind()) {
      case WORD, QUOTED, OPEN, NOT, AT_LEAST, FIELD, FUNCTION -> true;
      case CLOSE, AND, OR, WITHIN, NEAR, SAME, END -> false;
    };
  }

  /** Alternatives of alternatives are alternatives; each once. */
  private static List<Query> flatOr(List<Query> operands) {
    Set<Query> flat = new LinkedHashSet<>();
    for (Query operand : operands) {
      if (operand instanceof Query.Or(List<Query> inner)) {
        flat.addAll(inner);
      } else {
        flat.add(operand);
      }
    }
    return List.copyOf(flat);
  }

  private static List<Query> flatAnd(List<Query> operands) {
    Set<Query> flat = new LinkedHashSet<>();
    for (Query operand : operands) {
      if (operand instanceof Query.And(List<Query> inner)) {
        flat.addAll(inner);
      } else {
        flat.add(operand);
      }
    }
    return List.copyOf(flat);
  }

  private Symbol peek() {
    return symbols.get(at);
  }

  static QuerySyntaxException fault(Symbol where, String message, String missing) {
    return new QuerySyntaxException(where.start(), message, missing);
  }
}
