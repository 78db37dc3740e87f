package org.wirewatch.story;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wirewatch.text.Fingerprint;

/** What a story is after a report, or after it took another story in. */
final class Growth {
  private Growth() {}

  static Story opened(String id, Sighting sighting, Fingerprint print) {
    Report report = sighting.report();
    String voice = report.voice();
    return new Story(
        id,
        sighting.thing(),
        sighting.kind(),
        report.at(),
        report.at(),
        report.told(),
        report.told(),
        1,
        1,
        report.item(),
        report.telling().status(),
        report.told(),
        report.telling().places().stream().sorted().toList(),
        report.telling().actors().stream().sorted().toList(),
        Map.of(voice, 1),
        Centre.of(print).encoded());
  }

  /** The story with a further report; {@code added} is 0 for the newer text of one it has. */
  static Story grown(Story story, Report report, int added, Origins origins, Centre centre) {
    boolean turned = StatusLife.turns(story, report);
    return new Story(
        story.id(),
        story.thing(),
        story.kind(),
        earlier(story.firstSeen(), report.at()),
        later(story.lastSeen(), report.at()),
        earlier(story.earliest(), report.told()),
        later(story.latest(), report.told()),
        story.items() + added,
        story.next() + added,
        turned ? report.item() : story.lead(),
        turned ? report.telling().status() : story.status(),
        turned ? report.told() : story.statusSince(),
        union(story.places(), report.telling().places()),
        union(story.actors(), report.telling().actors()),
        origins.reports(),
        centre.encoded());
  }

  /** {@code into} with what {@code from} brings; status and lead are those of the newer telling. */
  static Story merged(Story into, Story from, Centre centre) {
    Story newer = newerStatus(into, from);
    Map<String, Integer> origins = new TreeMap<>(from.origins());
    into.origins().forEach((voice, reports) -> origins.merge(voice, reports, Integer::sum));
    return new Story(
        into.id(),
        into.thing(),
        into.kind(),
        earlier(into.firstSeen(), from.firstSeen()),
        later(into.lastSeen(), from.lastSeen()),
        earlier(into.earliest(), from.earliest()),
        later(into.latest(), from.latest()),
        into.items() + from.items(),
        into.next() + from.next(),
        newer.lead(),
        newer.status(),
        newer.statusSince(),
        union(into.places(), from.places()),
        union(into.actors(), from.actors()),
        origins,
        centre.encoded());
  }

  private static Story newerStatus(Story into, Story from) {
    return StatusLife.replaces(into.status(), into.statusSince(), from.status(), from.statusSince())
        ? from
        : into;
  }

  private static List<String> union(Collection<String> a, Collection<String> b) {
    TreeSet<String> all = new TreeSet<>(a);
    all.addAll(b);
    return List.copyOf(all);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
