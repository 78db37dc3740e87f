package org.wirewatch.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wirewatch.story.Development.Because;
import org.wirewatch.story.StoryStore.Filed;
import org.wirewatch.story.StoryStore.Retired;
import org.wirewatch.text.Fingerprint;

/**
 * Files reports into stories: one event told by twenty outlets is one story with twenty reports.
 * Immutable and thread-safe; the shelves that it works on are not.
 *
 * <p>In this order: an item that a story has already stays there, whatever its text says now; a
 * report joins the story that it fits best, see {@link Fit}; else it opens one. A newer text of an
 * item whose story is over tells nothing if it is nearly the same; else it is filed as what it is
 * now, and a story that it opens has another id than the one that is over. A report that fits two
 * stories well enough to prove them one merges the younger into the older.
 */
public final class Correlator {
  /** Files one sighting; what became of which story, in order. */
  public List<Development> file(Sighting sighting, Shelf shelf) {
    Report report = sighting.report();
    List<Development> developments = new ArrayList<>(close(shelf, report.at()));
    Open known = shelf.byItem(report.item());
    if (known != null) {
      developments.add(update(known, report, shelf));
      return developments;
    }
    Fingerprint print = Fingerprint.decoded(report.print());
    Retired before = shelf.retired(report.item());
    if (before != null && isRetold(before, print)) {
      return developments;
    }
    Similarity similarity = new Similarity(shelf);
    List<Match> matches = new Candidates(shelf, similarity).matches(sighting, print);
    if (matches.isEmpty()) {
      developments.add(open(sighting, print, before != null, shelf));
      return developments;
    }
    Match best = matches.getFirst();
    developments.add(join(best, report, print, shelf));
    matches.stream()
        .skip(1)
        .filter(m -> best.proves() && m.proves() && Fit.sameStory(best, m, similarity))
        .findFirst()
        .ifPresent(m -> developments.add(merge(best.open(), m.open(), report.at(), shelf)));
    return developments;
  }

  /** Closes the stories that have been quiet by {@code now}, in the order of their closing. */
  public List<Development> close(Shelf shelf, Instant now) {
    List<Development> closed = new ArrayList<>();
    for (Open open = shelf.overdue(now); open != null; open = shelf.overdue(now)) {
      Story story = open.story();
      List<Report> reports = shelf.reports(story);
      Instant at = story.closes().isAfter(now) ? now : story.closes();
      shelf.close(open, at);
      closed.add(new Development.Closed(story, reports, at));
    }
    return closed;
  }

  private static boolean isRetold(Retired before, Fingerprint print) {
    return Fingerprint.decoded(before.print()).resemblance(print) >= Fit.VERBATIM;
  }

  private static Development open(
      Sighting sighting, Fingerprint print, boolean again, Shelf shelf) {
    Report report = sighting.report();
    String id =
        again
            ? Ids.story(sighting.thing(), report.item(), report.at())
            : Ids.story(sighting.thing(), report.item());
    Story story = Growth.opened(id, sighting, print);
    shelf.open(story, new Filed(0, report));
    return new Development.Opened(story, report, report.at());
  }

  private static Development join(Match match, Report report, Fingerprint print, Shelf shelf) {
    Open open = match.open();
    Story before = open.story();
    Origins origins = new Origins(before.origins());
    Report voiced = new Copies(open, print).voiced(report, origins, shelf);
    origins.add(voiced.voice());
    Centre centre = open.centre().with(Centre.of(print));
    Story story = Growth.grown(before, voiced, 1, origins, centre);
    shelf.add(open, story, centre, new Filed(before.next(), voiced));
    return new Development.Joined(story, voiced, match.because(), report.at());
  }

  private static Development update(Open open, Report report, Shelf shelf) {
    Story before = open.story();
    Filed old =
        open.reports().stream()
            .filter(f -> f.report().item().equals(report.item()))
            .findFirst()
            .orElseThrow();
    Report voiced = report.withVoice(old.report().voice());
    Origins origins = new Origins(before.origins());
    Story story = Growth.grown(before, voiced, 0, origins, open.centre());
    shelf.replace(open, story, new Filed(old.number(), voiced));
    return new Development.Joined(story, voiced, Because.SAME_ITEM, report.at());
  }

  /** Merges the younger of two stories into the older. */
  private static Development merge(Open a, Open b, Instant at, Shelf shelf) {
    Open into = isOlder(a.story(), b.story()) ? a : b;
    Open from = into == a ? b : a;
    Story gone = from.story();
    List<Report> reports = shelf.reports(gone);
    long next = into.story().next();
    List<Filed> moved = new ArrayList<>();
    for (Filed report : from.reports()) {
      moved.add(new Filed(next++, report.report()));
    }
    Story story = Growth.merged(into.story(), gone, into.centre().with(from.centre()));
    shelf.merge(from, into, story, moved);
    return new Development.Merged(gone, reports, story, at);
  }

  private static boolean isOlder(Story a, Story b) {
    int order = a.firstSeen().compareTo(b.firstSeen());
    return order < 0 || (order == 0 && a.id().compareTo(b.id()) < 0);
  }
}
