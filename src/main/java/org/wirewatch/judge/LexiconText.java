package org.wirewatch.judge;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.wirewatch.match.Matching;
import org.wirewatch.match.PhraseIndex;
import org.wirewatch.pack.Alias;
import org.wirewatch.pack.Country;
import org.wirewatch.pack.Homographs;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Leaders;
import org.wirewatch.pack.Organisation;
import org.wirewatch.pack.Packs;

/** Lists all names of the packs, from the packs' data files. */
final class LexiconText {
  private LexiconText() {}

  static PhraseIndex.Builder<Sense> read(Packs packs) {
    Leaders leaders = packs.leaders();
    CompletableFuture<?> reading = CompletableFuture.runAsync(leaders::titleWords);
    PhraseIndex.Builder<Sense> index = PhraseIndex.builder();
    Homographs homographs = packs.homographs();
    for (Country country : packs.countries().all()) {
      for (Alias alias : packs.countries().aliases(country.code())) {
        addCountry(index, country.code(), alias, homographs);
      }
    }
    for (Homographs.Compound compound : homographs.compounds()) {
      index.add(compound.text(), new Sense.OfCompound(compound), Matching.FOLDED);
    }
    for (Homographs.Subdivision subdivision : homographs.subdivisions()) {
      addSubdivision(index, subdivision);
    }
    reading.join();
    addLeaders(index, leaders);
    for (Organisation outlet : packs.organisations().all()) {
      for (Organisation.Spelling spelling : outlet.spellings()) {
        index.add(
            spelling.text(),
            new Sense.OfOutlet(outlet, spelling),
            spelling.exactCase() ? Matching.EXACT_CASE : Matching.NAME);
      }
    }
    return index;
  }

  private static void addCountry(
      PhraseIndex.Builder<Sense> index, String code, Alias alias, Homographs homographs) {
    Sense sense =
        new Sense.OfCountry(
            code,
            alias,
            alias.ambiguous() ? homographs.readings(alias.text(), alias.language()) : Set.of(),
            alias.ambiguous() ? homographs.towns(alias.text()) : Set.of());
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
      for (Leader.Alias alias : leaders.aliases(leader.slug())) {
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
