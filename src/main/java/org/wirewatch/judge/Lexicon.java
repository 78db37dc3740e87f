package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wirewatch.match.Matching;
import org.wirewatch.match.PhraseIndex;
import org.wirewatch.match.PhraseMatch;
import org.wirewatch.pack.Alias;
import org.wirewatch.pack.CountryNames;
import org.wirewatch.pack.Homographs;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Leaders;
import org.wirewatch.pack.Organisation;
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
    static final Lexicon BUILT_IN = new Lexicon(index(Packs.load()));

    private static PhraseIndex<Sense> index(Packs packs) {
      CompletableFuture<Leaders> leaders = CompletableFuture.supplyAsync(packs::leaders);
      PhraseIndex.Builder<Sense> index = PhraseIndex.builder();
      Homographs homographs = packs.homographs();
      for (CountryNames country : packs.countries().all()) {
        for (Alias alias : country.aliases()) {
          addCountry(index, country.code(), alias, homographs);
        }
      }
      for (Homographs.Compound compound : homographs.compounds()) {
        index.add(compound.text(), new Sense.OfCompound(compound), Matching.FOLDED);
      }
      for (Homographs.Subdivision subdivision : homographs.subdivisions()) {
        addSubdivision(index, subdivision);
      }
      addLeaders(index, leaders.join());
      for (Organisation outlet : packs.organisations().all()) {
        for (Organisation.Spelling spelling : outlet.spellings()) {
          index.add(
              spelling.text(),
              new Sense.OfOutlet(outlet, spelling),
              spelling.exactCase() ? Matching.EXACT_CASE : Matching.NAME);
        }
      }
      return index.build();
    }

    private static void addCountry(
        PhraseIndex.Builder<Sense> index, String code, Alias alias, Homographs homographs) {
      Sense sense =
          new Sense.OfCountry(
              code,
              alias,
              alias.ambiguous() ? homographs.readings(alias.text()) : java.util.Set.of(),
              alias.ambiguous() ? homographs.towns(alias.text()) : java.util.Set.of());
      // Words in capitals only ("US") are asked for letter for letter; of the others even a small
      // initial is found, so that the refusal of "turkey" can be shown.
      index.add(alias.text(), sense, alias.exactCase() ? Matching.NAME : Matching.FOLDED);
      if (isGermanName(alias)) {
        index.add(alias.text() + "s", sense, Matching.FOLDED);
      }
    }

    /** Such names have a genitive: Georgiens, Berlins. */
    private static boolean isGermanName(Alias alias) {
      return alias.language().equals("de")
          && alias.text().length() > 3
          && "sxz".indexOf(alias.text().charAt(alias.text().length() - 1)) < 0
          && switch (alias.kind()) {
            case NAME, CAPITAL, CITY -> true;
            case FORMAL, FORMER, ABBREVIATION, DEMONYM, ADJECTIVE -> false;
            case SUBDIVISION, SEAT, AIRPORT, FORCES -> false;
          };
    }

    private static void addSubdivision(
        PhraseIndex.Builder<Sense> index, Homographs.Subdivision subdivision) {
      for (int i = 0; i < subdivision.names().size(); i++) {
        index.add(
            subdivision.names().get(i),
            new Sense.OfSubdivision(subdivision.code(), subdivision.country(), i > 0),
            Matching.NAME);
      }
    }

    private static void addLeaders(PhraseIndex.Builder<Sense> index, Leaders leaders) {
      for (Leader leader : leaders.all()) {
        for (Leader.Alias alias : leader.aliases()) {
          index.add(alias.text(), new Sense.OfLeader(leader, alias), Matching.NAME);
        }
      }
      for (Leaders.TitleWord word : leaders.titleWords()) {
        index.add(
            word.text(),
            new Sense.OfTitle(word.title(), word.country(), word.language()),
            Matching.FOLDED);
      }
      for (Leaders.OfficePhrase phrase : leaders.officePhrases()) {
        index.add(
            phrase.text(),
            new Sense.OfOffice(phrase.of(), phrase.title(), phrase.language()),
            Matching.FOLDED);
      }
    }
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
