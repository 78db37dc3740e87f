package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wirewatch.judge.EventStatus.Verdict;
import org.wirewatch.judge.WhyNot.Decision;
import org.wirewatch.model.EventTold;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Flag;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Status;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;

/** Puts into words why an item is flagged as it is. For one item; confined to one thread. */
final class Explanation {
  private static final FocusModel MODEL = FocusModel.builtIn();

  private final Watches watches;
  private final ItemReader.Read read;
  private final List<EventFinding> findings;
  private final List<EventDecision> decisions;

  Explanation(
      Watches watches,
      ItemReader.Read read,
      List<EventFinding> findings,
      List<EventDecision> decisions) {
    this.watches = watches;
    this.read = read;
    this.findings = findings;
    this.decisions = decisions;
  }

  /** What made the flags, one for each entry of the packs. */
  List<Why> reasons(FlaggedItem flagged) {
    List<Why> reasons = new ArrayList<>();
    Set<String> told = new TreeSet<>();
    for (Flag flag : flagged.flags()) {
      if (flag.kind() != Kind.QUERY && told.add(flag.entry())) {
        reasons.add(new Why(flag.entry(), flag.salience(), cues(flag)));
      }
    }
    return reasons;
  }

  private List<Weighed> cues(Flag flag) {
    return switch (flag.kind()) {
      case COUNTRY, LEADER -> contributions(flag.entry());
      case EVENT ->
          decisions.stream()
              .filter(each ->
                  each.verdict() instanceof Verdict.Stands
                      && flag.entry().equals(entry(each.kind().slug())))
              .flatMap(each -> cues(each).stream())
              .toList();
      case QUERY -> List.of();
    };
  }

  private List<Weighed> contributions(String entry) {
    for (Map.Entry<Referent, Map<Feature, Double>> each : read.features().entrySet()) {
      if (each.getKey().entry().equals(entry)) {
        return MODEL.contributions(each.getValue());
      }
    }
    return List.of();
  }

  /** The words of an event, the cues felt at them, and by what its place was found. */
  private static List<Weighed> cues(EventDecision decision) {
    List<Weighed> cues = new ArrayList<>();
    cues.add(new Weighed("words", evidence(decision), 1));
    EventHits hits = decision.sentence().hits();
    for (int hit : EventStatus.felt(decision.kind(), decision.sentence(), decision.match())) {
      EventCue cue = hits.cue(hit);
      Evidence span = decision.sentence().tokens().evidence(hits.first(hit), hits.last(hit));
      cues.add(new Weighed(lower(cue), span, 1));
    }
    if (decision.verdict() instanceof Verdict.Stands) {
      cues.add(place(decision));
    }
    return cues;
  }

  /** By what the place was tied to the event, and how it is named there: as a city, a people. */
  private static Weighed place(EventDecision decision) {
    Whereabouts where = decision.where();
    Mention named = where.named();
    String cue = "place_by_" + lower(where.basis());
    return named == null
        ? new Weighed(cue, null, 1)
        : new Weighed(
            cue + '_' + lower(named.form()),
            decision.sentence().tokens().evidence(named.first(), named.last()),
            1);
  }

  /** What is watched and was refused, in reading order. */
  List<WhyNot> rejected(FlaggedItem flagged) {
    List<WhyNot> rejected = new ArrayList<>();
    addReadings(rejected);
    addEvents(rejected);
    addUnsalient(flagged, rejected);
    addConditions(rejected);
    rejected.sort(
        Comparator.comparing((WhyNot each) -> each.evidence().field())
            .thenComparingInt(each -> each.evidence().start()));
    return rejected;
  }

  private void addReadings(List<WhyNot> rejected) {
    for (Refused refused : read.reading().refused()) {
      String entry = refused.mention().referent().entry();
      if (isWatched(entry)) {
        Evidence evidence = read.reading().evidence(refused.mention());
        List<Weighed> cues = List.of(new Weighed(refused.reason(), evidence, 1));
        rejected.add(new WhyNot(entry, Decision.READING, evidence, refused.reason(), cues));
      }
    }
  }

  private void addEvents(List<WhyNot> rejected) {
    for (EventDecision decision : decisions) {
      String entry = entry(decision.kind().slug());
      if (decision.verdict() instanceof Verdict.Refused(String reason) && isWatched(entry)) {
        rejected.add(new WhyNot(entry, Decision.EVENT, evidence(decision), reason, cues(decision)));
      }
    }
  }

  private void addUnsalient(FlaggedItem flagged, List<WhyNot> rejected) {
    Set<String> told = new TreeSet<>();
    for (Flag flag : flagged.flags()) {
      if (!flag.about() && !flag.evidence().isEmpty() && told.add(flag.entry())) {
        double needed = flag.kind() == Kind.EVENT ? EventTelling.ABOUT : MODEL.threshold();
        String reason =
            String.format(
                Locale.ROOT,
                "in passing: salience %.2f, and %.2f makes it what the item is about",
                flag.salience(),
                needed);
        rejected.add(
            new WhyNot(
                flag.entry(), Decision.SALIENCE, flag.evidence().getFirst(), reason, cues(flag)));
      }
    }
  }

  private void addConditions(List<WhyNot> rejected) {
    for (EventFinding finding : findings) {
      for (Watches.Watch watch :
          watches.of(entry(finding.slug()), read.reading().item(), read.reading())) {
        if (watch.flag(finding).isEmpty()) {
          EventTold told = finding.events().getFirst();
          rejected.add(
              new WhyNot(
                  watch.entry().id(),
                  Decision.CONDITION,
                  told.evidence().getFirst(),
                  left(watch, told),
                  List.of()));
        }
      }
    }
  }

  private static String left(Watches.Watch watch, EventTold told) {
    List<String> reasons = new ArrayList<>();
    Set<Status> statuses = watch.entry().statuses();
    if (!statuses.isEmpty() && !statuses.contains(told.status())) {
      reasons.add("it is " + hyphened(told.status()) + ", not " + names(statuses));
    }
    Set<String> places = watch.entry().places();
    if (!places.isEmpty() && told.places().stream().noneMatch(places::contains)) {
      String where = told.places().isEmpty() ? "nowhere known" : String.join(", ", told.places());
      reasons.add("it is in " + where + ", not in " + String.join(", ", new TreeSet<>(places)));
    }
    return "the entry of watchlist '"
        + watch.watchlist().id()
        + "' leaves it out: "
        + String.join("; ", reasons);
  }

  private static String names(Set<Status> statuses) {
    return statuses.stream().sorted().map(Explanation::hyphened).collect(Collectors.joining(", "));
  }

  private boolean isWatched(String entry) {
    return !watches.of(entry, read.reading().item(), read.reading()).isEmpty();
  }

  private static Evidence evidence(EventDecision decision) {
    return decision.sentence().tokens().evidence(decision.match().first(), decision.match().last());
  }

  private static String entry(String slug) {
    return "event:" + slug;
  }

  private static String hyphened(Status status) {
    return lower(status).replace('_', '-');
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
