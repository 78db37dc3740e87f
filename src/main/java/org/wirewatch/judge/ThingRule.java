package org.wirewatch.judge;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.AliasKind;
import org.wirewatch.pack.Homographs.Reading;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/** Refuses birds, dishes, companies, universities and clubs. */
final class ThingRule implements Rule {
  private static final int COMPANY_WITHIN = 3;
  private static final int COMPANY_IN_ITEM = 2;
  private static final Set<Reading> COMPANY = EnumSet.of(Reading.COMPANY, Reading.US_STATE);
  private static final Set<Reading> UNIVERSITY = EnumSet.of(Reading.UNIVERSITY, Reading.US_STATE);

  @Override
  public @Nullable String against(Span span, Sense.OfCountry sense, Scene scene) {
    Set<Reading> readings = sense.readings();
    String reason = water(span, scene);
    if (reason == null) {
      reason = commonWord(span, sense, scene);
    }
    if (readings.isEmpty() || reason != null) {
      return reason;
    }
    reason = commonThing(span, sense, scene);
    if (reason == null && overlaps(readings, COMPANY)) {
      reason = company(span, scene);
    }
    if (reason == null && overlaps(readings, UNIVERSITY)) {
      reason = university(span, scene);
    }
    if (reason == null && readings.contains(Reading.TEAM)) {
      reason = team(span, sense, scene);
    }
    return reason;
  }

  /** "Sea of Oman", "Gulf of Guinea", "Niger Delta". */
  private static @Nullable String water(Span span, Scene scene) {
    Tokens tokens = scene.tokens();
    int of = scene.before(span.first());
    int sea = of < 0 ? -1 : scene.before(of);
    if (sea >= 0 && tokens.is(of, "of") && scene.has(sea, Cue.WATER) && scene.isCapital(sea)) {
      return "a sea: \"" + tokens.text(sea) + " of …\"";
    }
    int next = scene.behind(span.last());
    boolean river = next >= 0 && (tokens.is(next, "delta") || tokens.is(next, "state"));
    return river && tokens.is(span.first(), "niger") && scene.isCapital(next)
        ? "the river or a state on it"
        : null;
  }

  /** At the head of a sentence a word is itself where the item has it in small letters too. */
  private static @Nullable String commonWord(Span span, Sense.OfCountry sense, Scene scene) {
    Tokens tokens = scene.tokens();
    boolean isName = sense.alias().kind() == AliasKind.NAME && sense.readings().isEmpty();
    if (isName || span.first() != span.last() || CaseRule.meansName(span.first(), scene)) {
      return null;
    }
    if (tokens.letterCase(span.first()) != LetterCase.CAPITALISED) {
      return null;
    }
    long hash = tokens.hash(span.first());
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.hash(i) == hash && tokens.letterCase(i) == LetterCase.LOWER) {
        return "a word that stands in small letters elsewhere";
      }
    }
    return null;
  }

  private static boolean overlaps(Set<Reading> some, Set<Reading> others) {
    return some.stream().anyMatch(others::contains);
  }

  private static @Nullable String commonThing(Span span, Sense.OfCountry sense, Scene scene) {
    Cue cue = company(sense.alias().text().toLowerCase(Locale.ROOT));
    if (cue == null || CaseRule.meansName(span.first(), scene)) {
      return null;
    }
    int next = scene.behind(span.last());
    if (scene.has(next, Cue.STATE_ACT)) {
      return null;
    }
    if (scene.has(next, cue) && !isNamed(sense, scene)) {
      return "goes with \"" + scene.tokens().text(next) + "\"";
    }
    boolean near =
        scene.supportBeside(sense.code(), "") == 0 && scene.countInSentence(cue, span.first()) > 0;
    return (near || scene.count(cue) >= COMPANY_IN_ITEM) && !isNamed(sense, scene)
        ? "among words of another matter"
        : null;
  }

  /** Whether the item speaks of the country elsewhere, by a word that can be nothing else. */
  private static boolean isNamed(Sense.OfCountry sense, Scene scene) {
    return scene.support(sense.code()) > 0
        || scene.spans().stream()
            .filter(other ->
                CaseRule.meansName(other.first(), scene)
                    || scene.has(scene.behind(other.last()), Cue.STATE_ACT))
            .anyMatch(
                other -> other.countries().stream().anyMatch(c -> c.code().equals(sense.code())));
  }

  /** The words in whose company a thing of the name is found. */
  private static @Nullable Cue company(String word) {
    return switch (word) {
      case "turkey", "turkeys", "swede", "swedes", "mısır", "הודו", "dania" -> Cue.BIRD;
      case "malta" -> Cue.MASONRY;
      case "china" -> Cue.CROCKERY;
      case "chile", "chili" -> Cue.DISH;
      case "인도" -> Cue.STREET;
      default -> null;
    };
  }

  private static @Nullable String company(Span span, Scene scene) {
    Tokens tokens = scene.tokens();
    int token = span.last();
    for (int i = 0; i < COMPANY_WITHIN; i++) {
      token = scene.behind(token);
      if (token < 0 || !tokens.letterCase(token).mayBeName()) {
        return null;
      }
      if (scene.has(token, Cue.COMPANY)) {
        return "a company: \"… " + tokens.text(token) + "\"";
      }
    }
    return null;
  }

  private static @Nullable String university(Span span, Scene scene) {
    Tokens tokens = scene.tokens();
    int next = scene.behind(span.last());
    if (next >= 0 && scene.has(next, Cue.UNIVERSITY) && scene.isCapital(next)) {
      return "a university or its team: \"… " + tokens.text(next) + "\"";
    }
    int of = scene.before(span.first());
    int university = of < 0 ? -1 : scene.before(of);
    return university >= 0 && tokens.is(university, "university") && tokens.is(of, "of")
        ? "a university"
        : null;
  }

  private static @Nullable String team(Span span, Sense.OfCountry sense, Scene scene) {
    return scene.support(sense.code()) == 0
            && !scene.has(scene.behind(span.last()), Cue.INSTITUTION)
            && scene.countInSentence(Cue.CLUB, span.first()) >= 2
        ? "a club among words of sport"
        : null;
  }
}
