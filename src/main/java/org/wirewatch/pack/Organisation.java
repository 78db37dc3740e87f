package org.wirewatch.pack;

import java.util.List;
import java.util.Optional;

/**
 * A news agency or outlet.
 *
 * @param id lower-case slug
 * @param name as attribution prints it
 * @param kind what it is
 * @param family the publishing house; sister papers share it, an independent is its own
 * @param country ISO 3166-1 alpha-2 of its home
 * @param language BCP 47, what it publishes in; empty where that is several
 * @param tier 1 agencies and outlets of record, 2 established, 3 the rest
 * @param host of its home page, without {@code www.}
 * @param otherHosts where it publishes as well, feeds' hosts included
 * @param spellings how other texts name it, {@code name} first
 */
public record Organisation(
    String id,
    String name,
    Kind kind,
    String family,
    String country,
    Optional<String> language,
    int tier,
    String host,
    List<String> otherHosts,
    List<Spelling> spellings) {

  public Organisation {
    otherHosts = List.copyOf(otherHosts);
    spellings = List.copyOf(spellings);
  }

  /** What an organisation is. */
  public enum Kind {
    AGENCY,
    PAPER,
    BROADCASTER,
    SITE,
    MAGAZINE
  }

  /**
   * One spelling.
   *
   * @param exactCase whether it counts only in this very case: {@code AP}, {@code Time}
   * @param ambiguous whether it also means something else, so that it needs a cue of reporting
   *     beside it: "Reuters" does not, "The Independent", "Sun" and "El País" do
   */
  public record Spelling(String text, boolean exactCase, boolean ambiguous) {}
}
