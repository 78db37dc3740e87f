package org.wirewatch.judge;

import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Homographs.Reading;
import org.wirewatch.text.Tokens;

/**
 * Refuses words that their language uses for other things every day ("مالي": financial, "Czad":
 * carbon monoxide, "Maurice": a person), unless the item speaks of the country by another word too,
 * or what stands beside them shows a place.
 */
final class DoubtRule implements Rule {
  @Override
  public @Nullable String against(Span span, Sense.OfCountry sense, Scene scene) {
    if (sense.readings().contains(Reading.PERSON)) {
      return isNamedBeside(span, sense, scene)
          ? null
          : "a name of people, and no other word of the country";
    }
    if (!sense.readings().contains(Reading.EVERYDAY_WORD)) {
      return null;
    }
    boolean isPlace =
        isName(span, scene)
            || hasPlaceBeside(span, scene)
            || hasEnding(span, sense, scene)
            || opensAsPlace(span, scene)
            || isNamedBeside(span, sense, scene);
    return isPlace ? null : "a plain word, and no other word of the country";
  }

  /** Only English capitalises the words of headlines. */
  private static boolean isName(Span span, Scene scene) {
    return scene.isCapital(span.first())
        && (CaseRule.meansName(span.first(), scene)
            || (scene.before(span.first()) >= 0 && !"en".equals(scene.tokens().language())));
  }

  /** "في مالي", "수단 정부", and across the genitive: "माली की सेना". */
  private static boolean hasPlaceBeside(Span span, Scene scene) {
    int next = scene.behind(span.last());
    boolean genitive =
        next >= 0
            && switch (scene.tokens().text(next)) {
              case "का", "के", "की" -> true;
              default -> false;
            };
    return scene.has(scene.before(span.first()), Cue.PLACE_BEFORE)
        || scene.has(next, Cue.PLACE_BEHIND)
        || (genitive && scene.has(scene.behind(next), Cue.PLACE_BEHIND));
  }

  /** What only names of places take: "Mali'de", "במלי", "수단에서". */
  private static boolean hasEnding(Span span, Sense.OfCountry sense, Scene scene) {
    Tokens tokens = scene.tokens();
    String name = sense.alias().text();
    String field = tokens.text(tokens.field(span.first()));
    String word = field.substring(span.start(), span.end());
    String behind = field.substring(span.end());
    return switch (sense.language()) {
      case "tr" -> behind.startsWith("'") || behind.startsWith("’") || word.matches(".*['’].*");
      case "he" ->
          (word.startsWith("ב") && !name.startsWith("ב"))
              || field.substring(0, span.start()).endsWith("ב");
      case "ko" -> behind.startsWith("에서") || word.endsWith("에서");
      default -> false;
    };
  }

  /**
   * An Arabic or Persian adjective follows its noun, so the word that opens a sentence is a name;
   * so is what a colon, or in Korean headlines a comma, parts from the rest.
   */
  private static boolean opensAsPlace(Span span, Scene scene) {
    if (!scene.isFirstOfSentence(span.first())) {
      return false;
    }
    Tokens tokens = scene.tokens();
    String behind = tokens.text(tokens.field(span.first())).substring(span.end());
    String language = tokens.language();
    return "ar".equals(language)
        || "fa".equals(language)
        || behind.startsWith(":")
        || ("ko".equals(language) && behind.startsWith(","));
  }

  /** Whether another word of the item names the country, or the same word as a name. */
  private static boolean isNamedBeside(Span span, Sense.OfCountry sense, Scene scene) {
    long word = scene.tokens().hash(span.first());
    boolean isPerson = sense.readings().contains(Reading.PERSON);
    return scene.spans().stream()
        .filter(other -> other.first() != span.first())
        .anyMatch(other ->
            other.countries().stream()
                .filter(c -> c.code().equals(sense.code()))
                .anyMatch(c ->
                    scene.tokens().hash(other.first()) == word
                        ? !isPerson && isName(other, scene)
                        : !c.readings().contains(Reading.EVERYDAY_WORD)));
  }
}
