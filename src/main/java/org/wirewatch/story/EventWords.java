package org.wirewatch.story;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of an event's evidence that say what happened. A span reaches from an event's object to
 * its verb, and a name between them tells which event it was: of "airport of Brindle was shut" and
 * "airport of Kelm was shut" all but the names are alike. Where capitals make no name, in German
 * and in scripts without case, only the outer words of a span surely say what happened.
 */
final class EventWords {
  /** Where no spaces are written, a change of script is where a word ends. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\p{IsHan}+|\\p{IsKatakana}+|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsKatakana}]]+");

  private EventWords() {}

  /**
   * The words of every span, in a text of {@code language}.
   *
   * @param language BCP 47; null for unknown
   */
  static List<String> of(List<String> spans, @Nullable String language) {
    return spans.stream().flatMap(span -> words(span, language).stream()).distinct().toList();
  }

  private static List<String> words(String span, @Nullable String language) {
    List<String> words = WORD.matcher(span).results().map(MatchResult::group).toList();
    boolean outer = words.size() > 2 && ("de".equals(language) || !isCased(span));
    return outer ? List.of(words.getFirst(), words.getLast()) : words;
  }

  private static boolean isCased(String text) {
    return text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
  }
}
