package org.wirewatch.judge;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.AliasKind;
import org.wirewatch.pack.Homographs.Reading;

/** Decides between a country and the American state of its name by what else the item speaks of. */
final class StateRule implements Rule {
  private static final Set<String> OF_THE_STATE =
      Set.of(
          "lawmakers",
          "legislature",
          "families",
          "governor",
          "gov",
          "voters",
          "senate",
          "democrats",
          "republicans");

  @Override
  public @Nullable String against(Span span, Sense.OfCountry sense, Scene scene) {
    boolean isState =
        sense.readings().contains(Reading.US_STATE)
            && (span.has(Sense.OfSubdivision.class) || sense.alias().kind() != AliasKind.NAME);
    if (!isState || sense.code().equals("US")) {
      return null;
    }
    int country = scene.count(Cue.GEORGIA_COUNTRY) + 2 * scene.support(sense.code());
    int state =
        scene.count(Cue.GEORGIA_STATE) + scene.count(Cue.STATE_GOVERNMENT) + scene.localMatter();
    int next = scene.behind(span.last());
    if (next >= 0 && OF_THE_STATE.contains(scene.tokens().folded(next))) {
      state++;
    }
    String home = scene.item().source().country();
    if ("US".equals(home)) {
      state++;
    } else if (sense.code().equals(home)) {
      country += 2;
    }
    return state > country ? "the American state, by what else is named" : null;
  }
}
