package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/**
 * {@code W/n} and {@code NEAR/n}, nested in one another, over words, phrases and ORs, hold where
 * Lucene's minimal intervals do: {@code a W/n b} has at most n - 1 words between.
 */
class ProximityDifferentialTest {
  private static final int QUERIES = 400;
  private static final int ITEMS = 150;
  private static final List<String> WORDS =
      List.of("ada", "bel", "cor", "dun", "eft", "fog", "gim", "hob", "ivy", "jot");

  private final Random random = new Random(3);

  /** The same question in both languages. */
  private record Asked(String query, IntervalsSource intervals) {}

  private Asked word() {
    String word = pick();
    return new Asked(word, Intervals.term(word));
  }

  private Asked phrase() {
    String first = pick();
    String second = pick();
    return new Asked('"' + first + " " + second + '"', Intervals.phrase(first, second));
  }

  private Asked asked(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? phrase() : word();
    }
    Asked left = asked(random.nextInt(depth));
    Asked right = asked(random.nextInt(depth));
    int n = 1 + random.nextInt(7);
    return switch (random.nextInt(5)) {
      case 0, 1 ->
          new Asked(
              "(" + left.query + " W/" + n + " " + right.query + ")",
              Intervals.maxgaps(n - 1, Intervals.ordered(left.intervals, right.intervals)));
      case 2, 3 ->
          new Asked(
              "(" + left.query + " NEAR/" + n + " " + right.query + ")",
              // Not parted again by what is around it: only the minimal ones of both orders count.
              Intervals.or(
                  false,
                  Intervals.maxgaps(n - 1, Intervals.ordered(left.intervals, right.intervals)),
                  Intervals.maxgaps(n - 1, Intervals.ordered(right.intervals, left.intervals))));
      default ->
          new Asked(
              "(" + left.query + " OR " + right.query + ")",
              Intervals.or(left.intervals, right.intervals));
    };
  }

  private String pick() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private Item item(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 5 + random.nextInt(25); i > 0; i--) {
      text.append(random.nextInt(3) == 0 ? "other" : pick()).append(' ');
    }
    return Item.ofText("i" + number, "", text.toString().strip()).withLanguage("xx");
  }

  @Test
  void match_nestedProximity_equalsLucenesIntervals() throws IOException {
    QueryCompiler compiler = new QueryCompiler(Set.of("xx"));
    Map<String, CompiledQuery> queries = new LinkedHashMap<>();
    List<MonitorQuery> monitored = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      Asked asked = asked(3);
      String id = "q" + i + " " + asked.query;
      Compilation compilation = compiler.compile(asked.query);
      queries.put(id, ((Compilation.Compiled) compilation).query());
      monitored.add(
          new MonitorQuery(id, new IntervalQuery(LuceneContender.FIELD, asked.intervals)));
    }
    WatchlistIndex index = WatchlistIndex.of(queries);
    int matches = 0;
    try (LuceneContender lucene = new LuceneContender(monitored)) {
      for (int i = 0; i < ITEMS; i++) {
        Item item = item(i);
        List<String> ours =
            index.match(ItemText.of(item, Tokenizer.tokenize(item))).stream()
                .map(QueryMatch::id)
                .toList();
        assertThat(ours).as(item.body()).isEqualTo(lucene.match(item));
        matches += ours.size();
      }
    }
    assertThat(matches).isBetween(QUERIES * ITEMS / 20, QUERIES * ITEMS * 19 / 20);
  }
}
