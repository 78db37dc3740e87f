package org.wirewatch.judge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.AliasKind;
import org.wirewatch.pack.Homographs.Reading;
import org.wirewatch.text.LetterCase;

/**
 * Refuses towns that bear the name: "Paris, Texas", "Lebanon High School", local news of Athens.
 */
final class TownRule implements Rule {
  /** From how much local matter on an item with no foreign matter is a paper's own county. */
  private static final int LOCAL_NEWS = 2;

  @Override
  public @Nullable String against(Span span, Sense.OfCountry sense, Scene scene) {
    if (sense.alias().kind() == AliasKind.ADJECTIVE || sense.alias().kind() == AliasKind.DEMONYM) {
      return null;
    }
    String reason = subdivisionBehind(span, sense, scene);
    if (reason == null) {
      reason = townWords(span, sense, scene);
    }
    if (reason == null && sense.readings().contains(Reading.TOWN)) {
      reason = localNews(sense, scene);
    }
    return reason;
  }

  private static @Nullable String subdivisionBehind(Span span, Sense.OfCountry sense, Scene scene) {
    Span next = scene.spanAt(span.last() + 1);
    if (next == null || next.first() != span.last() + 1) {
      return null;
    }
    Optional<Sense.OfSubdivision> found = next.one(Sense.OfSubdivision.class);
    String between = scene.between(span.last(), next.first()).strip();
    if (found.isEmpty() || found.get().country().equals(sense.code())) {
      return null;
    }
    Sense.OfSubdivision subdivision = found.get();
    boolean comma = between.equals(",");
    boolean known = sense.towns().contains(subdivision.code());
    boolean isCity =
        sense.alias().kind() == AliasKind.CAPITAL || sense.alias().kind() == AliasKind.CITY;
    boolean follows = comma || (between.isEmpty() && !subdivision.abbreviated());
    boolean isTown = isCity || subdivision.abbreviated() || sense.readings().contains(Reading.TOWN);
    boolean alsoCountry =
        next.countries().stream().anyMatch(c -> !c.code().equals(subdivision.country()));
    if (follows && (known || (isTown && !alsoCountry))) {
      return "a town in " + subdivision.code();
    }
    return null;
  }

  private static @Nullable String townWords(Span span, Sense.OfCountry sense, Scene scene) {
    boolean isCity =
        sense.alias().kind() == AliasKind.CAPITAL || sense.alias().kind() == AliasKind.CITY;
    if (isCity && !isLocal(scene)) {
      return null;
    }
    int next = scene.behind(span.last());
    if (next >= 0
        && scene.has(next, Cue.TOWN_AFTER)
        && scene.tokens().letterCase(next) != LetterCase.LOWER
        && scene.tokens().letterCase(span.first()) != LetterCase.LOWER) {
      return "a town or a street: \""
          + scene.tokens().text(span.first())
          + " "
          + scene.tokens().text(next)
          + "\"";
    }
    int of = scene.before(span.first());
    int town = of < 0 ? -1 : scene.before(of);
    return town >= 0 && scene.has(town, Cue.TOWN_BEFORE)
        ? "a town: \"" + scene.tokens().text(town) + " of …\""
        : null;
  }

  private static @Nullable String localNews(Sense.OfCountry sense, Scene scene) {
    if (scene.support(sense.code()) > 0 || !isLocal(scene)) {
      return null;
    }
    return "local news without another word of the country";
  }

  private static boolean isLocal(Scene scene) {
    int local = scene.localMatter();
    return local >= LOCAL_NEWS && local > scene.supportBeside("US", "");
  }
}
