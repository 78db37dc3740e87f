package org.wirewatch.pack;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What else the words for countries mean, for whoever decides what a text means. Immutable. */
public final class Homographs {
  private final Map<String, Homograph> byText = new HashMap<>();
  private final Map<String, Reading> doubts = new HashMap<>();
  private final List<Compound> compounds;
  private final List<Subdivision> subdivisions;

  Homographs(
      List<Homograph> homographs,
      List<Compound> doubts,
      List<Compound> compounds,
      List<Subdivision> subdivisions) {
    doubts.forEach(
        doubt -> this.doubts.put(doubt.language() + ":" + key(doubt.text()), doubt.reading()));
    homographs.forEach(
        homograph -> byText.merge(key(homograph.text()), homograph, Homograph::with));
    this.compounds = List.copyOf(compounds);
    this.subdivisions = List.copyOf(subdivisions);
  }

  /**
   * The other readings of words in any case; empty where there is none worth a doubt.
   *
   * @param language ISO 639-1 of the text that they stand in
   */
  public Set<Reading> readings(String text, String language) {
    Homograph homograph = byText.get(key(text));
    Set<Reading> everywhere = homograph == null ? Set.of() : homograph.readings();
    Reading doubt = doubts.get(language + ":" + key(text));
    if (doubt == null) {
      return everywhere;
    }
    EnumSet<Reading> all = EnumSet.of(doubt);
    all.addAll(everywhere);
    return Set.copyOf(all);
  }

  /** All words with other readings, as written. */
  public List<String> words() {
    return byText.values().stream()
        .filter(homograph -> !homograph.readings().isEmpty())
        .map(Homograph::text)
        .toList();
  }

  /**
   * The subdivisions in which a town of the name lies that local news writes about: TX, TN, KY for
   * "Paris". Codes as in {@link Subdivision#code()}.
   */
  public Set<String> towns(String text) {
    Homograph homograph = byText.get(key(text));
    return homograph == null ? Set.of() : homograph.towns();
  }

  /**
   * Phrases that hold a country's name or adjective and do not speak of it: "Guinea pig", "Panama
   * hat", "New England", "Georgia Tech".
   */
  public List<Compound> compounds() {
    return compounds;
  }

  /** First-level subdivisions that follow a town's name: "Paris, Texas", "London, Ont.". */
  public List<Subdivision> subdivisions() {
    return subdivisions;
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  record Homograph(String text, Set<Reading> readings, Set<String> towns) {
    Homograph {
      readings = readings.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(readings));
      towns = Set.copyOf(towns);
    }

    /** The readings and towns of both, where a word is listed in small letters too. */
    Homograph with(Homograph other) {
      Set<Reading> allReadings = EnumSet.noneOf(Reading.class);
      allReadings.addAll(readings);
      allReadings.addAll(other.readings);
      Set<String> allTowns = new HashSet<>(towns);
      allTowns.addAll(other.towns);
      return new Homograph(text, allReadings, allTowns);
    }
  }

  /** What words for a country may mean instead. */
  public enum Reading {
    COMMON_WORD,
    FIRST_NAME,
    SURNAME,
    US_STATE,
    TOWN,
    /** A company, brand, product or publication. */
    COMPANY,
    /** A team, club, stadium or race. */
    TEAM,
    ANIMAL,
    UNIVERSITY,
    /** Another country's name is part of or equal to it: Guinea, Congo, Korea. */
    OTHER_COUNTRY,
    /** A region, river, sea, island or language that goes by the name. */
    GEOGRAPHY,
    /** A saint, ship, film, song, character or band. */
    CULTURE,
    /**
     * In its language a plain word too, so that it counts only beside another word of the country.
     */
    EVERYDAY_WORD,
    /** In its language a name of people or of another place, with the same consequence. */
    PERSON
  }

  /** A phrase that is not about the country in it, with the reading that it has. */
  public record Compound(String text, String language, Reading reading) {}

  /**
   * A state or province as it follows a town.
   *
   * @param code postal: TX, ON
   * @param country ISO 3166-1 alpha-2
   * @param names full name, then the abbreviations: Texas, Tex., TX
   */
  public record Subdivision(String code, String country, List<String> names) {
    public Subdivision {
      names = List.copyOf(names);
    }
  }
}
