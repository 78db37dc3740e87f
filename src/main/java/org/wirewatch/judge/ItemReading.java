package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Item;
import org.wirewatch.pack.Packs;
import org.wirewatch.text.Tokens;

/**
 * An item as read: its tokens and what its names mean in context, whatever is watched.
 *
 * @param mentions of countries and leaders, in reading order; they do not overlap, save that an
 *     office ("the Turkish president") holds the country in it
 * @param refused readings that context spoke against, in reading order
 * @param mainCountry the country that the item is mainly about, else where it happens; null where
 *     none is named
 */
record ItemReading(
    Item item,
    Tokens tokens,
    List<Mention> mentions,
    List<Refused> refused,
    @Nullable String mainCountry) {

  ItemReading {
    mentions = List.copyOf(mentions);
    refused = List.copyOf(refused);
  }

  /** The mentions within the tokens from {@code from} to {@code to}, both inclusive. */
  List<Mention> mentionsWithin(int from, int to) {
    return mentions.stream().filter(mention -> mention.within(from, to)).toList();
  }

  /** The mentions in one sentence. */
  List<Mention> mentionsInSentence(int sentence) {
    return mentionsWithin(tokens.firstToken(sentence), tokens.lastToken(sentence));
  }

  /** The countries named within the tokens, both inclusive, those that offices name among them. */
  List<Mention> countriesWithin(int from, int to) {
    List<Mention> found = new ArrayList<>();
    for (Mention mention : mentions) {
      if (mention.first() > to) {
        break;
      }
      if (mention.first() >= from && mention.isCountry()) {
        found.add(mention);
      } else if (mention.first() >= from && mention.form() == Mention.Form.OFFICE) {
        ofOffice(mention).ifPresent(found::add);
      }
    }
    return found;
  }

  /** "South Korea's president": the country goes under in the office, unless it is read too. */
  private Optional<Mention> ofOffice(Mention office) {
    boolean readToo =
        mentions.stream()
            .anyMatch(other -> other.isCountry() && other.within(office.first(), office.last()));
    if (readToo || !(office.referent() instanceof Referent.Leader(String slug))) {
      return Optional.empty();
    }
    return Packs.load()
        .leaders()
        .of(slug)
        .map(leader -> leader.terms().getFirst().of())
        .filter(code -> code.length() == 2)
        .map(code ->
            new Mention(
                new Referent.Country(code),
                Mention.Form.SEAT,
                office.first(),
                office.last(),
                office.start(),
                office.end()));
  }

  Evidence evidence(Mention mention) {
    return tokens.evidence(mention.first(), mention.start(), mention.end());
  }
}
