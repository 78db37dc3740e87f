package org.wirewatch.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wirewatch.match.QueryLexer.Symbol;
import org.wirewatch.text.Folding;
import org.wirewatch.text.LetterCase;

/** Makes the words and phrases of a query into what texts are searched for. */
final class TextReader {
  private static final int FEWEST_BEFORE_STAR = 3;

  /** Each may be tried on every word of a text. */
  private static final int MOST_PATTERNS = 1000;

  private final Set<String> languages;
  private int patterns;

  TextReader(Set<String> languages) {
    this.languages = languages;
  }

  Query mention(String kind, Symbol value, Scope scope) {
    String name =
        kind.equals("country")
            ? value.text().toUpperCase(Locale.ROOT)
            : value.text().toLowerCase(Locale.ROOT);
    if (kind.equals("country") && !name.matches("[A-Z]{2}")) {
      throw QuerySyntaxException.misspelt(
          value.start(),
          value.end(),
          "country: takes two letters of ISO 3166-1, such as country:VE",
          FieldNames.code(value.text()).orElse(""));
    }
    return new Query.Mention(kind + ":" + name, scope.zone());
  }

  /** A word or a quoted phrase. */
  Query text(Symbol symbol, Scope scope) {
    // Case and accents as written leave no room for other forms.
    Matching matching =
        new Matching(
            scope.letters(), scope.letters() == Matching.Letters.ANY ? languages : Set.of());
    List<Spelling> spellings =
        hasWildcard(symbol.text())
            ? patterns(symbol, matching)
            : Spelling.of(symbol.text(), matching);
    if (spellings.isEmpty()) {
      String operator =
          switch (symbol.text()) {
            case "&&", "&", "+" -> "AND";
            case "||", "|" -> "OR";
            default -> "";
          };
      throw misspelt(
          symbol,
          "no word in \"" + symbol.text() + "\", expected 1 to " + Spelling.LONGEST + " words",
          operator);
    }
    return new Query.Text(symbol.text(), spellings, matching, scope.zone());
  }

  private static boolean hasWildcard(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  private List<Spelling> patterns(Symbol symbol, Matching matching) {
    List<List<Spelling.Part>> heads = List.of(List.of());
    for (String piece : symbol.text().strip().split("\\s+", -1)) {
      List<List<Spelling.Part>> tails = new ArrayList<>();
      if (hasWildcard(piece)) {
        tails.add(List.of(pattern(symbol, piece)));
      } else {
        Spelling.of(piece, matching).forEach(spelling -> tails.add(spelling.words()));
      }
      heads = product(heads, tails);
    }
    return heads.stream()
        .filter(parts -> parts.size() <= Spelling.LONGEST)
        .map(parts -> new Spelling(parts, matching.letters(), false))
        .toList();
  }

  private static List<List<Spelling.Part>> product(
      List<List<Spelling.Part>> heads, List<List<Spelling.Part>> tails) {
    List<List<Spelling.Part>> all = new ArrayList<>();
    for (List<Spelling.Part> head : heads) {
      for (List<Spelling.Part> tail : tails) {
        if (all.size() < Spelling.MOST_SPELLINGS) {
          List<Spelling.Part> joined = new ArrayList<>(head);
          joined.addAll(tail);
          all.add(joined);
        }
      }
    }
    return all;
  }

  private Spelling.Part pattern(Symbol symbol, String piece) {
    if (++patterns > MOST_PATTERNS) {
      throw QueryParser.fault(
          symbol, "more than " + MOST_PATTERNS + " words with * or ?; make two entries of it", "");
    }
    String folded = Folding.fold(piece).replaceAll("\\*+", "*");
    int before = 0;
    while (folded.charAt(before) != '*' && folded.charAt(before) != '?') {
      before++;
    }
    if (before == 0) {
      throw misspelt(
          symbol,
          "a wildcard at the start of \"" + piece + "\"; begin with letters",
          piece.replaceAll("^[*?]+", ""));
    }
    if (folded.charAt(before) == '*' && before < FEWEST_BEFORE_STAR) {
      throw misspelt(
          symbol,
          "at least "
              + FEWEST_BEFORE_STAR
              + " letters must stand before the * of \""
              + piece
              + "\"",
          piece.replaceAll("\\*$", "").replace('*', '?'));
    }
    boolean plain =
        folded.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '*' || c == '?')
            && folded.chars().noneMatch(Character::isIdeographic);
    if (!plain) {
      throw misspelt(
          symbol,
          "a wildcard in \""
              + piece
              + "\" cannot stand beside hyphens, other signs or Chinese"
              + " characters",
          '"' + piece.replaceAll("[^\\p{L}\\p{M}\\p{N}*?]+", " ") + '"');
    }
    return new Spelling.Part(piece, folded, LetterCase.NONE, true);
  }

  /** A quoted phrase is mended as a whole or not at all. */
  private static QuerySyntaxException misspelt(Symbol symbol, String message, String instead) {
    boolean word = symbol.kind() == QueryLexer.Kind.WORD;
    return QuerySyntaxException.misspelt(
        symbol.start(), symbol.end(), message, word ? instead : "");
  }
}
