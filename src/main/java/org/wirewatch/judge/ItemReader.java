package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/** Reads an item: what its names mean and what it is about, whatever is watched. Thread-safe. */
final class ItemReader {
  private final Lexicon lexicon = Lexicon.builtIn();
  private final CueTable cues = CueTable.builtIn();
  private final FocusModel model = FocusModel.builtIn();

  /**
   * An item read.
   *
   * @param salience of every country and leader mentioned, in [0,1]
   */
  record Read(ItemReading reading, Map<Referent, Double> salience) {}

  Read read(Item item) {
    Tokens tokens = Tokenizer.tokenize(item);
    NameFinder.Found found = NameFinder.find(tokens, lexicon);
    Scene scene = new Scene(item, tokens, found.names(), cues.masks(tokens));
    CountryReader countries = new CountryReader(scene).read();

    Layout layout = new Layout(tokens);
    Map<Referent, Double> salience = new LinkedHashMap<>();
    salience.putAll(weigh(new Focus(scene, layout, countries.mentions())));
    String mainCountry = main(salience);

    List<Mention> mentions = new ArrayList<>(countries.mentions());
    mentions.sort(Comparator.comparingInt(Mention::first));
    List<Refused> refused = new ArrayList<>(found.hidden());
    refused.addAll(countries.refused());
    refused.sort(Comparator.comparingInt(each -> each.mention().first()));
    return new Read(new ItemReading(item, tokens, mentions, refused, mainCountry), salience);
  }

  private Map<Referent, Double> weigh(Focus focus) {
    Map<Referent, Double> salience = new LinkedHashMap<>();
    focus.features().forEach((referent, features) -> salience.put(referent, model.salience(features)));
    return salience;
  }

  private static @Nullable String main(Map<Referent, Double> salience) {
    return salience.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> ((Referent.Country) entry.getKey()).code())
        .orElse(null);
  }

  /** The countries of an item with their features: what the weights are learnt from. */
  Focus countryFocus(Item item) {
    Tokens tokens = Tokenizer.tokenize(item);
    NameFinder.Found found = NameFinder.find(tokens, lexicon);
    Scene scene = new Scene(item, tokens, found.names(), cues.masks(tokens));
    return new Focus(scene, new Layout(tokens), new CountryReader(scene).read().mentions());
  }
}
