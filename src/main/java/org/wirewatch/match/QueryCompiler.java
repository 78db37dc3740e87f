package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads queries of the watchlist language.
 *
 * <table>
 *   <caption>The language, what binds strongest first</caption>
 *   <tr><td>{@code word "a phrase" wom?n ship*}</td><td>any case, with or without accents, inflected;
 *     a phrase crosses no paragraph</td></tr>
 *   <tr><td>{@code title:x lead:x body:x}</td><td>the headline; headline and first paragraphs; all
 *     but the headline</td></tr>
 *   <tr><td>{@code source:x lang:x category:x country:VE leader:x event:x *}</td><td>facts, judged
 *     mentions, every item</td></tr>
 *   <tr><td>{@code EXACT(x) CAPS(x) ALLCAPS(x) NOCAPS(x)}</td><td>as written; with a capital; capitals
 *     only; without</td></tr>
 *   <tr><td>{@code ATLEAST/3 x PARA(x y)}</td><td>so often; all in one paragraph</td></tr>
 *   <tr><td>{@code a W/5 b, a NEAR/5 b, a SAME b}</td><td>b starts within 5 words after a ends; in
 *     either order; both in one sentence</td></tr>
 *   <tr><td>{@code NOT a}</td><td></td></tr>
 *   <tr><td>{@code a AND b, a b}</td><td></td></tr>
 *   <tr><td>{@code a OR b}</td><td></td></tr>
 * </table>
 *
 * <p>AND, OR, NOT, SAME and the functions are written in capitals; {@code /* *}{@code /} are
 * comments. Immutable; safe to share between threads.
 */
public final class QueryCompiler {
  /** The languages of the built-in packs that have stems. */
  private static final Set<String> EVERY_LANGUAGE =
      Set.of(
          "en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "uk", "ar", "fa", "hi", "id");

  /** Words inflect in every language of the packs. */
  public static final QueryCompiler DEFAULT = new QueryCompiler(Set.of());

  /** All but the one that stands between Hebrew letters, the sign of initials. */
  private static final Pattern QUOTES =
      Pattern.compile(
          "[\u201C\u201D\u201E\u00AB\u00BB]" + "|(?<![\u05D0-\u05EA])\"|\"(?![\u05D0-\u05EA])");

  private final Set<String> languages;
  private final Function<String, Optional<String>> doubtful;

  /**
   * Warns of no word as having several meanings.
   *
   * @param languages BCP 47 languages in which words inflect; empty for all that are known
   */
  public QueryCompiler(Collection<String> languages) {
    this(languages, _ -> Optional.empty());
  }

  /**
   * @param languages BCP 47 languages in which words inflect; empty for all that are known
   * @param doubtful of a folded word that means several things the entity that is one of them, as
   *     in a query, to warn of where it stands alone; asked for such words only
   */
  public QueryCompiler(Collection<String> languages, Function<String, Optional<String>> doubtful) {
    Set<String> bases =
        languages.stream()
            .map(language -> language.split("[-_]", 2)[0])
            .collect(Collectors.toUnmodifiableSet());
    this.languages = bases.isEmpty() ? EVERY_LANGUAGE : bases;
    this.doubtful = doubtful;
  }

  /** Reads a query. */
  public Compilation compile(String source) {
    try {
      QueryParser parser = new QueryParser(source, languages);
      Query query = parser.parse();
      List<QueryProblem> warnings = QueryLint.of(parser, query, languages, doubtful);
      return new Compilation.Compiled(new CompiledQuery(source, languages, query), warnings);
    } catch (QuerySyntaxException e) {
      String fix = QueryRepair.of(source, e, languages);
      return new Compilation.Refused(
          List.of(QueryProblem.at(true, source, e.offset(), message(e), fix)));
    }
  }

  /** Reads a list of words and phrases, of which one is enough. */
  public Compilation any(List<String> phrases) {
    List<String> quoted = new ArrayList<>();
    for (String phrase : phrases) {
      quoted.add('"' + QUOTES.matcher(phrase).replaceAll(" ") + '"');
    }
    return compile(String.join(" OR ", quoted));
  }

  private static String message(QuerySyntaxException e) {
    String message = e.getMessage();
    return message == null ? "unreadable" : message;
  }
}
