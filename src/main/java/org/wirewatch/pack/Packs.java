package org.wirewatch.pack;

/**
 * Everything built in. Each pack is read from its data files when first asked for and kept;
 * immutable, thread-safe.
 */
public final class Packs {
  private static final Packs BUILT_IN = new Packs();

  private Packs() {}

  /** The packs that this version of the program came with. */
  public static Packs load() {
    return BUILT_IN;
  }

  public Countries countries() {
    return CountriesHolder.COUNTRIES;
  }

  public Leaders leaders() {
    return LeadersHolder.LEADERS;
  }

  public Organisations organisations() {
    return OrganisationsHolder.ORGANISATIONS;
  }

  public Regions regions() {
    return RegionsHolder.REGIONS;
  }

  public Homographs homographs() {
    return HomographsHolder.HOMOGRAPHS;
  }

  public Events events() {
    return EventsHolder.EVENTS;
  }

  // One holder each, so that a run that watches events only never reads the leaders.
  private static final class CountriesHolder {
    static final Countries COUNTRIES = CountriesFile.read(HomographsHolder.HOMOGRAPHS);
  }

  private static final class LeadersHolder {
    static final Leaders LEADERS = LeadersFile.read();
  }

  private static final class OrganisationsHolder {
    static final Organisations ORGANISATIONS = OrganisationsFile.read();
  }

  private static final class RegionsHolder {
    static final Regions REGIONS = RegionsFile.read();
  }

  private static final class EventsHolder {
    static final Events EVENTS = EventsFile.read();
  }

  private static final class HomographsHolder {
    static final Homographs HOMOGRAPHS = HomographsFile.read();
  }
}
