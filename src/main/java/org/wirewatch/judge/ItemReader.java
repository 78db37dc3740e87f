package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/** Reads an item: what its names mean, whatever is watched. Immutable, thread-safe. */
final class ItemReader {
  private final Lexicon lexicon = Lexicon.builtIn();
  private final CueTable cues = CueTable.builtIn();

  ItemReading read(Item item) {
    Tokens tokens = Tokenizer.tokenize(item);
    NameFinder.Found found = NameFinder.find(tokens, lexicon);
    Scene scene = new Scene(item, tokens, found.names(), cues.masks(tokens));
    CountryReader countries = new CountryReader(scene).read();
    List<Mention> mentions = new ArrayList<>(countries.mentions());
    mentions.sort(Comparator.comparingInt(Mention::first));
    List<Refused> refused = new ArrayList<>(found.hidden());
    refused.addAll(countries.refused());
    refused.sort(Comparator.comparingInt(each -> each.mention().first()));
    return new ItemReading(item, tokens, mentions, refused, null);
  }
}
