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
  private static final int LOCAL_NEWS = 4;

  /** How many words a school's or a county's name may go on: "Palmyra Macedon High School". */
  private static final int NAME_WORDS = 3;

  @Override
  public @Nullable String against(Span span, Sense.OfCountry sense, Scene scene) {
    if (sense.alias().kind() == AliasKind.ADJECTIVE || sense.alias().kind() == AliasKind.DEMONYM) {
      return null;
    }
    String reason = subdivisionBehind(span, sense, scene);
    if (reason == null) {
      reason = townWords(span, sense, scene);
    }
    if (reason == null && (isCity(sense) || sense.readings().contains(Reading.TOWN))) {
      reason = localNews(span, sense, scene);
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
    boolean follows = comma || (between.isEmpty() && !subdivision.abbreviated());
    boolean isTown =
        isCity(sense) || subdivision.abbreviated() || sense.readings().contains(Reading.TOWN);
    boolean alsoCountry =
        next.countries().stream().anyMatch(c -> !c.code().equals(subdivision.country()));
    if (follows && (known || (isTown && !alsoCountry))) {
      return "a town in " + subdivision.code();
    }
    return null;
  }

  private static @Nullable String townWords(Span span, Sense.OfCountry sense, Scene scene) {
    boolean maybeTown = !isCity(sense) || isLocal(scene);
    if (scene.tokens().letterCase(span.first()) != LetterCase.LOWER) {
      int next = scene.behind(span.last());
      for (int i = 0; i < NAME_WORDS && next >= 0 && isUpper(next, scene); i++) {
        if (scene.has(next, Cue.TOWN_SURELY)
            || (maybeTown && i == 0 && scene.has(next, Cue.TOWN_AFTER))) {
          return "a town or a street: \"… " + scene.tokens().text(next) + "\"";
        }
        next = scene.behind(next);
      }
    }
    int of = scene.before(span.first());
    int town = of < 0 ? -1 : scene.before(of);
    return maybeTown && town >= 0 && scene.has(town, Cue.TOWN_BEFORE)
        ? "a town: \"" + scene.tokens().text(town) + " of …\""
        : null;
  }

  private static boolean isUpper(int token, Scene scene) {
    return scene.tokens().letterCase(token) != LetterCase.LOWER;
  }

  private static @Nullable String localNews(Span span, Sense.OfCountry sense, Scene scene) {
    if (sense.code().equals("US")
        || !"en".equals(scene.tokens().language())
        || scene.support(sense.code()) > 0) {
      return null;
    }
    int local = scene.localMatter();
    if (isHome(span, scene) || followsAge(span, scene)) {
      local += LOCAL_NEWS;
    }
    boolean isLocal = local >= LOCAL_NEWS && local > 2 * scene.supportBeside("US", "");
    return isLocal ? "local news without another word of the country" : null;
  }

  /** "Jessica Kay, 18, of Paris". */
  private static boolean followsAge(Span span, Scene scene) {
    int of = scene.before(span.first());
    return of > 0
        && scene.tokens().is(of, "of")
        && scene.tokens().isNumber(of - 1)
        && scene.between(of - 1, of).equals(", ");
  }

  /** Whether the site bears the town's name. */
  private static boolean isHome(Span span, Scene scene) {
    String url = scene.item().url();
    if (url == null || span.first() != span.last()) {
      return false;
    }
    String name = scene.tokens().folded(span.first());
    int path = url.indexOf('/', url.indexOf("//") + 2);
    String host = path < 0 ? url : url.substring(0, path);
    return name.length() > 4 && host.endsWith(".com") && host.contains(name);
  }

  private static boolean isCity(Sense.OfCountry sense) {
    return sense.alias().kind() == AliasKind.CAPITAL || sense.alias().kind() == AliasKind.CITY;
  }

  private static boolean isLocal(Scene scene) {
    int local = scene.localMatter();
    return local >= LOCAL_NEWS && local > 2 * scene.supportBeside("US", "");
  }
}
