package org.wirewatch.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirewatch.text.StopWords;

/** What is legal in a query but surely not meant. */
final class QueryLint {
  private static final int MOST_COMPARED = 200;

  private final String source;
  private final Set<String> languages;
  private final Function<String, Optional<String>> doubtful;
  private final List<QueryProblem> warnings = new ArrayList<>();

  private QueryLint(
      String source, Set<String> languages, Function<String, Optional<String>> doubtful) {
    this.source = source;
    this.languages = languages;
    this.doubtful = doubtful;
  }

  /**
   * @param languages those of the items
   * @param doubtful the entity that a folded word with several meanings may stand for
   */
  static List<QueryProblem> of(
      QueryParser read,
      Query query,
      Set<String> languages,
      Function<String, Optional<String>> doubtful) {
    QueryLint lint = new QueryLint(read.source(), languages, doubtful);
    SymbolLint.check(read.source(), read.symbols(), lint.warnings);
    lint.root(query);
    lint.inside(query);
    return lint.warnings;
  }

  private void root(Query query) {
    if (query instanceof Query.Not) {
      warn(0, "NOT alone takes nearly every item", "");
    }
    if (query instanceof Query.Text text) {
      aloneInQuery(text);
    }
    if (query instanceof Query.Or(List<Query> operands)) {
      for (Query operand : operands) {
        if (operand instanceof Query.Text text) {
          aloneInQuery(text);
        }
      }
    }
  }

  private void aloneInQuery(Query.Text text) {
    List<Spelling.Part> words = text.spellings().getFirst().words();
    if (words.size() != 1) {
      return;
    }
    String word = words.getFirst().folded();
    String common = languageWhereCommon(word);
    if (!common.isEmpty()) {
      warn(
          offset(text), "\"" + text.source() + "\" alone is in nearly every item in " + common, "");
    } else if (text.matching().letters() == Matching.Letters.ANY) {
      doubtful.apply(word).ifPresent(entity -> ofSeveralMeanings(text, entity));
    }
  }

  private void ofSeveralMeanings(Query.Text text, String entity) {
    int at = offset(text);
    int end = Math.min(source.length(), at + text.source().length());
    boolean quoted = at > 0 && source.charAt(at - 1) == '"';
    warn(
        at,
        "\""
            + text.source()
            + "\" alone means several things; add words that tell which, or watch "
            + entity,
        quoted ? "" : source.substring(0, at) + entity + source.substring(end));
  }

  private String languageWhereCommon(String word) {
    return languages.stream()
        .sorted()
        .filter(language -> StopWords.contains(word, language))
        .map(language -> Locale.of(language).getDisplayLanguage(Locale.ENGLISH))
        .collect(Collectors.joining(", "));
  }

  private void inside(Query query) {
    switch (query) {
      case Query.And(List<Query> operands) -> {
        emptied(operands);
        operands.forEach(this::inside);
      }
      case Query.Or(List<Query> operands) -> {
        contained(operands);
        operands.forEach(this::inside);
      }
      case Query.Not(Query operand) -> inside(operand);
      case Query.AtLeast(_, Query operand) -> inside(operand);
      case Query.Within(_, Query left, Query right) -> {
        inside(left);
        inside(right);
      }
      case Query.Near(_, Query left, Query right) -> {
        inside(left);
        inside(right);
      }
      case Query.Together(_, List<Query> operands) -> operands.forEach(this::inside);
      case Query.All _, Query.Text _, Query.Mention _, Query.Fact _ -> {
        // Nothing inside.
      }
    }
  }

  private void emptied(List<Query> operands) {
    for (Query operand : operands) {
      if (operand instanceof Query.Not(Query excluded) && implied(excluded, operands)) {
        warn(0, "NOT excludes what the query asks for: nothing can match", "");
        return;
      }
    }
  }

  /** Whether an item with all the operands must also have {@code excluded}. */
  private static boolean implied(Query excluded, List<Query> operands) {
    return operands.stream().anyMatch(operand -> Containment.covers(excluded, operand));
  }

  private void contained(List<Query> operands) {
    if (operands.size() > MOST_COMPARED) {
      return;
    }
    for (Query operand : operands) {
      for (Query other : operands) {
        if (operand instanceof Query.Text longer
            && other instanceof Query.Text shorter
            && !longer.equals(shorter)
            && Containment.contains(longer, shorter)) {
          warn(
              offset(longer),
              "\"" + longer.source() + "\" adds nothing: it contains \"" + shorter.source() + "\"",
              "");
        }
      }
    }
  }

  private int offset(Query.Text text) {
    return Math.max(0, source.indexOf(text.source()));
  }

  private void warn(int offset, String message, String fix) {
    warnings.add(QueryProblem.at(false, source, offset, message, fix));
  }
}
