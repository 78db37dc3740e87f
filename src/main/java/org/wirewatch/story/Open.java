package org.wirewatch.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
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
  private final Set<LocalDate> days = new HashSet<>();
  private boolean isSummedUp = true;
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
    sumUp(reports.size() - 1);
  }

  /** Another text of one of its reports. */
  void replace(int at, Filed filed) {
    reports.set(at, filed);
    prints.set(at, Fingerprint.decoded(filed.report().print()));
    isSummedUp = false;
  }

  /** The same report, in another voice. */
  void voice(int at, Filed filed) {
    reports.set(at, filed);
  }

  /** One report is not kept any longer. */
  Filed forget(int at) {
    prints.remove(at);
    isSummedUp = false;
    return reports.remove(at);
  }

  private void sumUp(int at) {
    languages.add(reports.get(at).report().primaryLanguage());
    days.addAll(days(reports.get(at).report(), prints.get(at)));
  }

  /** Of the reports that are kept only: a story that is restored knows no others. */
  private void sumUp() {
    if (!isSummedUp) {
      languages.clear();
      days.clear();
      for (int i = 0; i < reports.size(); i++) {
        sumUp(i);
      }
      isSummedUp = true;
    }
  }

  /** The days that a report names, in UTC. */
  static Set<LocalDate> days(Report report, Fingerprint print) {
    return print.days(LocalDate.ofInstant(report.told(), ZoneOffset.UTC));
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
    return Collections.unmodifiableList(reports);
  }

  /** The stories that have each term of the centre, in the order of its terms. */
  Set<?>[] postings() {
    return postings;
  }

  /** The languages of its reports without their regions; empty for unknown. */
  Set<String> languages() {
    sumUp();
    return languages;
  }

  /** The days that its reports name. */
  Set<LocalDate> days() {
    sumUp();
    return days;
  }

  /** The fingerprints of its reports, in the same order. */
  List<Fingerprint> prints() {
    return prints;
  }
}
