package org.wirewatch.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirewatch.text.Folding;
import org.wirewatch.text.NameForms;
import org.wirewatch.text.Stems;
import org.wirewatch.text.Tokens;

/**
 * What a query means, written down as directly as can be: no index, no sharing, every interval
 * tried with every other.
 */
final class NaiveEvaluator {
  private final ItemText text;
  private final Tokens tokens;
  private final byte[] zones;

  /** Only to be quick enough for many pairs: the same words are asked for again and again. */
  private final Map<Query.Text, Set<Interval>> known = new HashMap<>();

  private static final Map<String, Long> STEMS = new HashMap<>();

  NaiveEvaluator(ItemText text) {
    this.text = text;
    this.tokens = text.tokens();
    this.zones = Zone.bySentence(tokens);
  }

  record Interval(int first, int last) {}

  boolean holds(Query query) {
    return switch (query) {
      case Query.All _ -> true;
      case Query.Fact fact -> new Facts(text.item(), tokens).hold(fact);
      case Query.Not(Query operand) -> !holds(operand);
      case Query.And(List<Query> operands) -> operands.stream().allMatch(this::holds);
      case Query.Or(List<Query> operands) -> operands.stream().anyMatch(this::holds);
      case Query.AtLeast(int count, Query operand) -> places(operand).size() >= count;
      case Query.Text _, Query.Mention _, Query.Within _, Query.Near _, Query.Together _ ->
          !places(query).isEmpty();
    };
  }

  private Set<Interval> places(Query query) {
    return switch (query) {
      case Query.Text words -> known.computeIfAbsent(words, this::textPlaces);
      case Query.Mention(String entity, Zone zone) -> mentionPlaces(entity, zone);
      case Query.Or(List<Query> operands) -> {
        Set<Interval> all = new HashSet<>();
        operands.forEach(operand -> all.addAll(places(operand)));
        yield all;
      }
      case Query.Within(int distance, Query left, Query right) ->
          minimal(pairs(distance, places(left), places(right)));
      case Query.Near(int distance, Query left, Query right) -> {
        Set<Interval> both = pairs(distance, places(left), places(right));
        both.addAll(pairs(distance, places(right), places(left)));
        yield minimal(both);
      }
      case Query.Together(Query.Together.Span span, List<Query> operands) -> {
        Set<Interval> hulls = Set.of(new Interval(Integer.MAX_VALUE, -1));
        for (Query operand : operands) {
          hulls = hulls(hulls, places(operand), span);
        }
        yield minimal(hulls);
      }
      case Query.All _, Query.Fact _, Query.Not _, Query.And _, Query.AtLeast _ -> Set.of();
    };
  }

  private Set<Interval> hulls(Set<Interval> some, Set<Interval> more, Query.Together.Span span) {
    Set<Interval> found = new HashSet<>();
    for (Interval a : some) {
      for (Interval b : more) {
        Interval hull = new Interval(Math.min(a.first, b.first), Math.max(a.last, b.last));
        boolean one =
            switch (span) {
              case SENTENCE -> tokens.sentence(hull.first) == tokens.sentence(hull.last);
              case PARAGRAPH -> tokens.paragraph(hull.first) == tokens.paragraph(hull.last);
            };
        if (one) {
          found.add(hull);
        }
      }
    }
    return found;
  }

  private Set<Interval> pairs(int distance, Set<Interval> lefts, Set<Interval> rights) {
    Set<Interval> found = new HashSet<>();
    for (Interval left : lefts) {
      for (Interval right : rights) {
        boolean near = right.first > left.last && right.first - left.last <= distance;
        if (near && tokens.field(left.first) == tokens.field(right.first)) {
          found.add(new Interval(left.first, right.last));
        }
      }
    }
    return found;
  }

  private static Set<Interval> minimal(Set<Interval> all) {
    Set<Interval> kept = new HashSet<>(all);
    kept.removeIf(outer ->
        all.stream()
            .anyMatch(inner ->
                !inner.equals(outer) && inner.first >= outer.first && inner.last <= outer.last));
    return kept;
  }

  private Set<Interval> mentionPlaces(String entity, Zone zone) {
    Set<Interval> found = new HashSet<>();
    for (EntityMention mention : text.mentions()) {
      if (mention.entity().equals(entity) && isIn(zone, mention.first())) {
        found.add(new Interval(mention.first(), mention.last()));
      }
    }
    return found;
  }

  private boolean isIn(Zone zone, int token) {
    return zone.has(zones[tokens.sentence(token)]);
  }

  private Set<Interval> textPlaces(Query.Text words) {
    Set<Interval> found = new HashSet<>();
    for (int token = 0; token < tokens.size(); token++) {
      if (isIn(words.zone(), token)) {
        for (Spelling spelling : words.spellings()) {
          follow(words, spelling, 0, token, token, found);
        }
      }
    }
    return found;
  }

  private void follow(
      Query.Text words, Spelling spelling, int at, int token, int first, Set<Interval> found) {
    boolean outside = token >= tokens.size() || tokens.paragraph(token) != tokens.paragraph(first);
    if (outside) {
      return;
    }
    for (int last : lasts(words, spelling.words().get(at), token)) {
      if (at + 1 < spelling.words().size()) {
        follow(words, spelling, at + 1, last + 1, first, found);
      } else {
        found.add(new Interval(first, last));
      }
    }
  }

  /** The last tokens of the readings of {@code token} that are the word. */
  private List<Integer> lasts(Query.Text words, Spelling.Part part, int token) {
    List<Integer> lasts = new ArrayList<>();
    boolean plain =
        is(part, tokens.folded(token), words)
            || (!part.pattern()
                && words.matching().languages().stream()
                    .anyMatch(language -> isStem(part, token, language)));
    if (plain && isWritten(words, part, tokens.text(token))) {
      lasts.add(token);
    }
    for (int a = 0; a < tokens.alternateCount(); a++) {
      if (tokens.alternateToken(a) == token
          && (is(part, tokens.alternateFolded(a), words) || isJoinedStem(part, a, words))) {
        String written =
            tokens
                .text(tokens.field(token))
                .substring(tokens.alternateStart(a), tokens.alternateEnd(a));
        if (isWritten(words, part, written)) {
          lasts.add(tokens.alternateLast(a));
        }
      }
    }
    return lasts;
  }

  private static boolean is(Spelling.Part part, String folded, Query.Text words) {
    if (part.pattern()) {
      return folded.matches(part.folded().replace("*", ".*").replace('?', '.'));
    }
    boolean declined =
        part.letterCase().mayBeName()
            && part.folded().charAt(0) >= '\u0400'
            && words.matching().languages().stream()
                .filter(language -> Stems.fits(part.folded(), language))
                .anyMatch(language -> NameForms.of(part.folded(), language).contains(folded));
    return folded.equals(part.folded()) || declined;
  }

  /** What a hyphen joins inflects as a word. */
  private boolean isJoinedStem(Spelling.Part part, int alternate, Query.Text words) {
    int token = tokens.alternateToken(alternate);
    return !part.pattern()
        && tokens.alternateLast(alternate) > token
        && words.matching().languages().stream()
            .anyMatch(language ->
                Stems.fits(part.folded(), language)
                    && tokens.stemBit(token) == Stems.bit(language)
                    && Stems.stem(part.written(), language)
                        .equals(Stems.stem(tokens.alternateFolded(alternate), language)));
  }

  private boolean isStem(Spelling.Part part, int token, String language) {
    return Stems.fits(part.folded(), language)
        && tokens.stemBit(token) == Stems.bit(language)
        && STEMS.computeIfAbsent(
                language + part.written(), _ -> Folding.hash(Stems.stem(part.written(), language)))
            == tokens.stemHash(token);
  }

  private static boolean isWritten(Query.Text words, Spelling.Part part, String written) {
    String letters = written.replaceAll("[^\\p{Lu}\\p{Ll}]", "");
    boolean someCapital = !letters.equals(letters.toLowerCase(java.util.Locale.ROOT));
    return switch (words.matching().letters()) {
      case ANY -> true;
      case EXACT -> part.pattern() || written.equals(part.written());
      case CAPITALS -> someCapital;
      case NO_CAPITALS -> !someCapital;
      case ALL_CAPITALS ->
          someCapital && letters.equals(letters.toUpperCase(java.util.Locale.ROOT));
      case NAME -> throw new IllegalArgumentException("no query has it");
    };
  }
}
