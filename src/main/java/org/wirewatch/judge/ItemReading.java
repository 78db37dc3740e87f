package org.wirewatch.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Item;
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

  Evidence evidence(Mention mention) {
    return tokens.evidence(mention.first(), mention.start(), mention.end());
  }
}
