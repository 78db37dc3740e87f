package org.wirewatch.match;

import java.util.Set;

/**
 * How closely text must follow a listed phrase.
 *
 * <p>Inflection has two sources. Words of an inflecting phrase match every word of a text with the
 * same light stem, where the text is in that language. A capitalised word is moreover declined as a
 * name ("Украина": Украины, Украине, Украину …; "Wenezuela": Wenezueli, Wenezuelę …), see {@code
 * NameForms}; these forms count whatever language the text is taken for.
 *
 * @param letters what is asked of the letters' case and accents
 * @param languages base languages whose inflections are accepted; empty for none
 */
public record Matching(Letters letters, Set<String> languages) {
  /** Any case, with or without accents; no other forms. */
  public static final Matching FOLDED = new Matching(Letters.ANY, Set.of());

  /** As a proper name: see {@link Letters#NAME}. */
  public static final Matching NAME = new Matching(Letters.NAME, Set.of());

  /** Letter for letter. */
  public static final Matching EXACT_CASE = new Matching(Letters.EXACT, Set.of());

  public Matching {
    languages = Set.copyOf(languages);
  }

  /** Any case, and the inflected forms of one language. */
  public static Matching inflected(String language) {
    return FOLDED.inflectedIn(language);
  }

  /** This, and the inflected forms of one language. */
  public Matching inflectedIn(String language) {
    return new Matching(letters, Set.of(language));
  }

  /** What is asked of the letters. */
  public enum Letters {
    /** Case and accents do not matter. */
    ANY,
    /**
     * A word with a capital in the phrase must have one in the text, a word in capitals ("US") must
     * be in capitals there; accents do not matter. Scripts without case always agree.
     */
    NAME,
    /** Case and accents as written. */
    EXACT,
    /** At least one capital in each word. */
    CAPITALS,
    /** Capitals only. */
    ALL_CAPITALS,
    /** No capital at all. */
    NO_CAPITALS
  }
}
