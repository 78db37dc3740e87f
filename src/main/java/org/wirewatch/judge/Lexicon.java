package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.match.PhraseIndex;
import org.wirewatch.match.PhraseMatch;
import org.wirewatch.pack.Packs;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/** All names of the packs in one index, made once. Immutable. */
final class Lexicon {
  private final PhraseIndex<Sense> index;
  private final LocaleNames others = new LocaleNames(Packs.load().countries());

  private Lexicon(PhraseIndex<Sense> index) {
    this.index = index;
  }

  static Lexicon builtIn() {
    return Holder.BUILT_IN;
  }

  /** Every sense that the words of a text may have in its language, by first token. */
  List<PhraseMatch<Sense>> find(Tokens tokens) {
    List<PhraseMatch<Sense>> all = index.find(tokens);
    List<PhraseMatch<Sense>> kept = new ArrayList<>(all.size());
    for (PhraseMatch<Sense> match : all) {
      if (speaks(match.value().language(), tokens.language())) {
        kept.add(match);
      }
    }
    String language = tokens.language();
    if (language != null && !isPacked(language)) {
      kept.addAll(others.in(language).find(tokens));
    }
    return kept;
  }

  private static boolean speaks(String phrase, @Nullable String text) {
    return text == null
        || phrase.equals(text)
        || phrase.equals("mul")
        || (phrase.equals("en") && !isPacked(text));
  }

  /** Whether the packs have names in the language; others fall back on the English ones. */
  private static boolean isPacked(String language) {
    return switch (language) {
      case "en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "uk" -> true;
      case "ar", "fa", "he", "zh", "ja", "ko", "hi", "id" -> true;
      default -> false;
    };
  }

  private static final class Holder {
    static final Lexicon BUILT_IN =
        new Lexicon(CompiledLexicon.read().orElseGet(() -> LexiconText.read(Packs.load()).build()));
  }

  /** Whether a name that is listed with a capital stands in small letters. */
  static boolean isLowered(Sense.OfCountry sense, Tokens tokens, Span span) {
    if (sense.alias().text().chars().noneMatch(Character::isUpperCase)) {
      return false;
    }
    for (int i = span.first(); i <= span.last(); i++) {
      if (tokens.letterCase(i) != LetterCase.LOWER) {
        return false;
      }
    }
    return true;
  }
}
