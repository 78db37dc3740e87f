package org.wirewatch.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wirewatch.story.StoryStore.Filed;
import org.wirewatch.text.Fingerprint;

/**
 * An open story with what is kept of it in memory. Only its {@link Shelf} changes it. Not
 * thread-safe.
 */
final class Open {
  private Story story;
  private Centre centre;
  private double tally;
  private Set<?>[] postings = new Set<?>[0];
  private final Set<String> languages = new HashSet<>();
  private final List<Filed> reports = new ArrayList<>();
  private final List<Fingerprint> prints = new ArrayList<>();
  private Instant closes;

  Open(Story story, Centre centre) {
    this.story = story;
    this.closes = story.closes();
    this.centre = centre;
  }

  void become(Story now) {
    story = now;
    closes = now.closes();
  }

  /** Its reports have another centre, each term of which is had by the stories of a posting. */
  void move(Centre to, Set<?>[] withTerms) {
    centre = to;
    postings = withTerms;
  }

  /** One more report. */
  void add(Filed filed) {
    reports.add(filed);
    prints.add(Fingerprint.decoded(filed.report().print()));
    languages.add(filed.report().primaryLanguage());
  }

  /** Adds to a sum for whoever searches; true for the first since it was {@link #taken}. */
  boolean tally(double more) {
    boolean first = tally == 0;
    tally += more;
    return first;
  }

  /** The sum, which is zero again after this. */
  double taken() {
    double sum = tally;
    tally = 0;
    return sum;
  }

  Story story() {
    return story;
  }

  /** When it closes if it stays quiet. */
  Instant closes() {
    return closes;
  }

  Centre centre() {
    return centre;
  }

  /** Those that are kept, in the order in which they came. */
  List<Filed> reports() {
    return reports;
  }

  /** The stories that have each term of the centre, in the order of its terms. */
  Set<?>[] postings() {
    return postings;
  }

  /** The languages of its reports without their regions; empty for unknown. */
  Set<String> languages() {
    return languages;
  }

  /** The fingerprints of its reports, in the same order. */
  List<Fingerprint> prints() {
    return prints;
  }
}
