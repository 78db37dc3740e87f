package org.wirewatch.story;

import java.util.ArrayList;
import java.util.List;
import org.wirewatch.story.StoryStore.Filed;
import org.wirewatch.text.Fingerprint;

/**
 * The reports of a story that a further one repeats nearly word for word, or whose first sentences
 * it repeats: whose words it speaks.
 */
final class Copies {
  private final Open open;
  private final List<Filed> same = new ArrayList<>();

  /** The closest one's voice; of {@link #same} the one that resembles most. */
  private String voice = "";

  Copies(Open open, Fingerprint print) {
    this.open = open;
    double best = 0;
    for (int i = 0; i < Math.min(Shelf.REPRESENTATIVES, open.prints().size()); i++) {
      double whole = open.prints().get(i).resemblanceFrom(print, Fit.VERBATIM);
      double lead = open.prints().get(i).leadResemblance(print);
      if (whole == 0 && lead < Fit.VERBATIM_LEAD) {
        continue;
      }
      Filed filed = open.reports().get(i);
      same.add(filed);
      if (Math.max(whole, lead) > best) {
        best = Math.max(whole, lead);
        voice = filed.report().voice();
      }
    }
  }

  /**
   * The report with the voice that it speaks with: its own where it repeats nobody. Where it
   * credits another than those do whose words it repeats, they proved to be that one's words too.
   */
  Report voiced(Report report, Origins origins, Shelf shelf) {
    if (same.isEmpty()) {
      return report;
    }
    if (!report.republisher() || !isUncredited()) {
      return report.withVoice(voice);
    }
    for (Filed filed : same) {
      if (filed.report().voice().equals(voice)) {
        origins.move(voice, report.voice());
        shelf.voice(open, filed, report.voice());
      }
    }
    return report;
  }

  private boolean isUncredited() {
    return same.stream()
        .filter(filed -> filed.report().voice().equals(voice))
        .noneMatch(filed -> filed.report().republisher());
  }
}
