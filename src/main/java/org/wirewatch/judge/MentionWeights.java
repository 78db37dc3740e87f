package org.wirewatch.judge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.text.Tokens;

/** Weighs mentions by the words around them. */
final class MentionWeights {
  /** A year that many years before the item makes its sentence one of history. */
  private static final int OLD_NEWS_YEARS = 3;

  /** A comparison or a broker's cue reaches that many tokens on. */
  private static final int REACH = 6;

  private static final int LIST = 3;

  private final Scene scene;
  private final Layout layout;
  private final List<Mention> mentions;
  private final int year;

  /**
   * @param mentions of countries in reading order
   */
  MentionWeights(Scene scene, Layout layout, List<Mention> mentions) {
    this.scene = scene;
    this.layout = layout;
    this.mentions = mentions;
    this.year = year(scene.item().published());
  }

  private static int year(@Nullable Instant published) {
    return published == null ? Integer.MAX_VALUE : published.atOffset(ZoneOffset.UTC).getYear();
  }

  Weight of(int index) {
    Mention mention = mentions.get(index);
    if (layout.isDateline(mention.first())) {
      return Weight.DATELINE;
    }
    if (scene.has(scene.behind(mention.last()), Cue.CURRENCY)) {
      return Weight.NAMESAKE;
    }
    if (!layout.isTitle(mention.first()) && isBackground(mention)) {
      return Weight.BACKGROUND;
    }
    return listLength(index) >= LIST ? Weight.LISTED : Weight.FULL;
  }

  private boolean isBackground(Mention mention) {
    Tokens tokens = scene.tokens();
    int sentence = tokens.sentence(mention.first());
    int from = tokens.firstToken(sentence);
    for (int i = Math.max(from, mention.first() - REACH); i < mention.first(); i++) {
      if (scene.has(i, Cue.COMPARISON) || scene.has(i, Cue.BROKER)) {
        return true;
      }
    }
    for (int i = from; i <= tokens.lastToken(sentence); i++) {
      if (scene.has(i, Cue.HISTORY) || isOldYear(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOldYear(Tokens tokens, int token) {
    if (!tokens.isNumber(token) || year == Integer.MAX_VALUE) {
      return false;
    }
    String number = tokens.folded(token);
    boolean isYear = number.length() == 4 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    return isYear
        && number.compareTo("1500") > 0
        && Integer.parseInt(number) <= year - OLD_NEWS_YEARS;
  }

  /** How many different countries stand in a row with this one, parted by commas and "and" only. */
  private int listLength(int index) {
    int from = index;
    while (from > 0 && isListed(from - 1, from)) {
      from--;
    }
    int to = index;
    while (to + 1 < mentions.size() && isListed(to, to + 1)) {
      to++;
    }
    return (int) mentions.subList(from, to + 1).stream().map(Mention::referent).distinct().count();
  }

  private boolean isListed(int a, int b) {
    int last = mentions.get(a).last();
    int first = mentions.get(b).first();
    Tokens tokens = scene.tokens();
    if (tokens.sentence(last) != tokens.sentence(first) || first - last > 2) {
      return false;
    }
    return first - last == 2
        ? tokens.end(last + 1) - tokens.start(last + 1) <= 3
        : scene.between(last, first).indexOf(',') >= 0
            || scene.between(last, first).indexOf('、') >= 0;
  }
}
