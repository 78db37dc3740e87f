package org.wirewatch.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirewatch.model.Attribution;
import org.wirewatch.model.EventTold;
import org.wirewatch.model.Item;
import org.wirewatch.pack.Leaders;
import org.wirewatch.pack.Organisations;
import org.wirewatch.pack.Packs;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/** Reads an item: what its names mean and what it is about, whatever is watched. Thread-safe. */
final class ItemReader {
  /** The day that an item without a date is read as of: that of the packs' data. */
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  private final Lexicon lexicon = Lexicon.builtIn();
  private final CueTable cues = CueTable.builtIn();
  private final Leaders leaders = Packs.load().leaders();
  private final Organisations organisations = Packs.load().organisations();
  private final FocusModel model = FocusModel.builtIn();

  /**
   * An item read.
   *
   * @param salience of every country and leader mentioned, in [0,1]
   * @param features that the salience is made of
   */
  record Read(
      ItemReading reading,
      Map<Referent, Double> salience,
      Map<Referent, Map<Feature, Double>> features,
      Attribution attribution) {

    /** The same, more about the countries where the events are that the item is about. */
    Read with(List<EventFinding> findings) {
      if (findings.isEmpty()) {
        return this;
      }
      Map<Referent, Double> weighed = new LinkedHashMap<>(salience);
      Map<Referent, Map<Feature, Double>> more = new LinkedHashMap<>(features);
      for (EventFinding finding : findings) {
        EventTold told = finding.events().getFirst();
        if (finding.about() && told.status().isLive()) {
          for (String place : told.places()) {
            more.computeIfPresent(
                new Referent.Country(place),
                (country, before) -> {
                  Map<Feature, Double> values = new EnumMap<>(before);
                  values.put(Feature.SCENE, 1.0);
                  weighed.put(country, FocusModel.builtIn().salience(values));
                  return values;
                });
          }
        }
      }
      return new Read(reading, weighed, more, attribution);
    }
  }

  Read read(Item item) {
    return read(item, Tokenizer.tokenize(item));
  }

  /**
   * @param tokens of the item
   */
  Read read(Item item, Tokens tokens) {
    NameFinder.Found found = NameFinder.find(tokens, lexicon);
    Scene scene = new Scene(item, tokens, found.names(), cues.masks(tokens));
    Layout layout = new Layout(tokens);

    CountryReader countries = new CountryReader(scene, found.people()).read();
    LocalDate day = day(item);
    OfficeReader offices =
        new OfficeReader(scene, found.titles(), countries.mentions(), leaders, day);
    LeaderReader names = new LeaderReader(scene, offices, day, countries.mentions()).read();
    List<Mention> people = new ArrayList<>(names.mentions());
    people.addAll(offices.mentions(names.mentions()));
    people.sort(IN_READING_ORDER);

    Map<Referent, Map<Feature, Double>> features =
        new LinkedHashMap<>(new Focus(scene, layout, countries.mentions()).features());
    Map<Referent, Double> salience = weigh(features);
    String mainCountry =
        salience.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(entry -> ((Referent.Country) entry.getKey()).code())
            .orElse(null);
    Map<Referent, Map<Feature, Double>> ofPeople = new Focus(scene, layout, people).features();
    salience.putAll(weigh(ofPeople));
    features.putAll(ofPeople);

    List<Mention> mentions = new ArrayList<>(countries.mentions());
    mentions.addAll(people);
    mentions.sort(IN_READING_ORDER);
    List<Refused> refused = new ArrayList<>(found.hidden());
    refused.addAll(countries.refused());
    refused.addAll(names.refused());
    refused.sort(Comparator.comparing(Refused::mention, IN_READING_ORDER));
    return new Read(
        new ItemReading(item, tokens, mentions, refused, mainCountry),
        salience,
        features,
        new AttributionReader(scene, layout, organisations).read());
  }

  private static final Comparator<Mention> IN_READING_ORDER =
      Comparator.comparingInt(Mention::first).thenComparingInt(Mention::start);

  static LocalDate day(Item item) {
    Instant at = item.published() != null ? item.published() : item.fetched();
    return at == null ? AS_OF : at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private Map<Referent, Double> weigh(Map<Referent, Map<Feature, Double>> features) {
    Map<Referent, Double> salience = new LinkedHashMap<>();
    features.forEach((referent, own) -> salience.put(referent, model.salience(own)));
    return salience;
  }

  /** The countries of an item with their features: what the weights are learnt from. */
  Map<Referent, Map<Feature, Double>> countryFeatures(Item item) {
    Tokens tokens = Tokenizer.tokenize(item);
    NameFinder.Found found = NameFinder.find(tokens, lexicon);
    Scene scene = new Scene(item, tokens, found.names(), cues.masks(tokens));
    List<Mention> mentions = new CountryReader(scene, found.people()).read().mentions();
    return new Focus(scene, new Layout(tokens), mentions).features();
  }
}
