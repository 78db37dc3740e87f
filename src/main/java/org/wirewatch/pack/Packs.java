package org.wirewatch.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Everything built in. Each pack is read from its data files when first asked for and kept;
 * immutable, thread-safe, but for the leaders, whom {@link #takeLeaders} replaces.
 */
public final class Packs {
  /** The day that the built-in leaders are as of. */
  public static final LocalDate LEADERS_AS_OF = LocalDate.of(2026, 11, 22);

  private static final Packs BUILT_IN = new Packs();
  private volatile @Nullable Leaders updatedLeaders;

  private Packs() {}

  /** The packs that this version of the program came with. */
  public static Packs load() {
    return BUILT_IN;
  }

  public Countries countries() {
    return CountriesHolder.COUNTRIES;
  }

  public Leaders leaders() {
    Leaders now = updatedLeaders;
    return now == null ? LeadersHolder.LEADERS : now;
  }

  /**
   * Takes who came to and left power since the built-in data, for whoever asks for the leaders from
   * now on; to be called before the first item is judged. What is older than the built-in data is
   * not taken.
   *
   * @return what is wrong with the update, and then nothing was taken
   */
  public Optional<String> takeLeaders(String file) {
    try {
      LeadersUpdate update = LeadersUpdate.parse(file);
      if (update.asOf().isBefore(LEADERS_AS_OF)) {
        return Optional.of(
            "it is of " + update.asOf() + ", and the built-in leaders are of " + LEADERS_AS_OF);
      }
      updatedLeaders = LeadersFile.read(update);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Whether the leaders are the built-in ones, with nothing taken upon them. */
  public boolean leadersAreBuiltIn() {
    return updatedLeaders == null;
  }

  /**
   * Tells the data files of all names from any others: countries, leaders, organisations and what
   * else their names mean. What was made of them is stale where this differs.
   */
  public long fingerprintOfNames() {
    CRC32C check = new CRC32C();
    List<String> files = new ArrayList<>(CountriesFile.files());
    files.addAll(HomographsFile.FILES);
    files.addAll(LeadersFile.FILES);
    files.add(OrganisationsFile.FILE);
    files.forEach(file -> check.update(Table.bytes(file)));
    return check.getValue();
  }

  /** The built-in leaders again, without what {@link #takeLeaders} took. */
  public void forgetLeaders() {
    updatedLeaders = null;
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
