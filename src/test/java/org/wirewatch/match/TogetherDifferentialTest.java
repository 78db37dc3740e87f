package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
 * {@code SAME}, {@code PARA} and {@code ATLEAST} hold where Lucene's intervals do, which are told
 * where sentences and paragraphs end by words that stand for their ends.
 */
class TogetherDifferentialTest {
  private static final int QUERIES = 300;
  private static final int ITEMS = 150;
  private static final List<String> WORDS =
      List.of("ada", "bel", "cor", "dun", "eft", "fog", "gim", "hob", "ivy", "jot");
  private static final IntervalsSource SENTENCE_END = Intervals.term("xsx");
  private static final IntervalsSource PARAGRAPH_END = Intervals.term("xpx");

  private final Random random = new Random(11);

  /** The same question in both languages. */
  private record Asked(String query, IntervalsSource intervals) {}

  private Asked asked() {
    // Each word once: Lucene asks for as many places as a word is named, ours for one.
    List<String> words = new ArrayList<>(WORDS);
    Collections.shuffle(words, random);
    Asked one = word(words.removeLast());
    Asked two = random.nextBoolean() ? word(words.removeLast()) : either(words);
    Asked three = random.nextBoolean() ? word(words.removeLast()) : either(words);
    return switch (random.nextInt(5)) {
      case 0 -> same(one, two);
      case 1 -> same(same(one, two), three);
      case 2 -> paragraph(one, two, three);
      case 3 -> paragraph(same(one, two), three);
      default -> atLeast(1 + random.nextInt(4), words.removeLast());
    };
  }

  private static Asked word(String word) {
    return new Asked(word, Intervals.term(word));
  }

  private static Asked either(List<String> words) {
    String first = words.removeLast();
    String second = words.removeLast();
    return new Asked(
        "(" + first + " OR " + second + ")",
        Intervals.or(Intervals.term(first), Intervals.term(second)));
  }

  private static Asked same(Asked left, Asked right) {
    IntervalsSource both = Intervals.unordered(left.intervals, right.intervals);
    return new Asked(
        "(" + left.query + " SAME " + right.query + ")",
        Intervals.notContaining(both, Intervals.or(SENTENCE_END, PARAGRAPH_END)));
  }

  private static Asked paragraph(Asked... parts) {
    List<String> queries = new ArrayList<>();
    IntervalsSource[] sources = new IntervalsSource[parts.length];
    for (int i = 0; i < parts.length; i++) {
      queries.add(parts[i].query);
      sources[i] = parts[i].intervals;
    }
    return new Asked(
        "PARA(" + String.join(" ", queries) + ")",
        Intervals.notContaining(Intervals.unordered(sources), PARAGRAPH_END));
  }

  private static Asked atLeast(int count, String word) {
    IntervalsSource[] times = new IntervalsSource[count];
    java.util.Arrays.fill(times, Intervals.term(word));
    return new Asked("ATLEAST/" + count + " " + word, Intervals.ordered(times));
  }

  /** Sentences of words; {@code ends} and {@code breaks} part sentences and paragraphs. */
  private List<List<List<String>>> paragraphs() {
    List<List<List<String>>> paragraphs = new ArrayList<>();
    for (int p = 1 + random.nextInt(3); p > 0; p--) {
      List<List<String>> sentences = new ArrayList<>();
      for (int s = 1 + random.nextInt(3); s > 0; s--) {
        List<String> words = new ArrayList<>();
        for (int w = 2 + random.nextInt(5); w > 0; w--) {
          words.add(random.nextInt(3) == 0 ? "other" : WORDS.get(random.nextInt(WORDS.size())));
        }
        sentences.add(words);
      }
      paragraphs.add(sentences);
    }
    return paragraphs;
  }

  private static String written(List<List<List<String>>> paragraphs, String end, String gap) {
    StringBuilder text = new StringBuilder();
    for (List<List<String>> sentences : paragraphs) {
      for (List<String> words : sentences) {
        String sentence = String.join(" ", words);
        text.append(sentence.substring(0, 1).toUpperCase(Locale.ROOT))
            .append(sentence.substring(1))
            .append(end);
      }
      text.append(gap);
    }
    return text.toString();
  }

  @Test
  void match_sentencesParagraphsAndCounts_equalsLucenesIntervals() throws IOException {
    QueryCompiler compiler = new QueryCompiler(Set.of("xx"));
    Map<String, CompiledQuery> queries = new LinkedHashMap<>();
    List<MonitorQuery> monitored = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      Asked asked = asked();
      String id = "q" + i + " " + asked.query;
      queries.put(id, ((Compilation.Compiled) compiler.compile(asked.query)).query());
      monitored.add(
          new MonitorQuery(id, new IntervalQuery(LuceneContender.FIELD, asked.intervals)));
    }
    WatchlistIndex index = WatchlistIndex.of(queries);
    int matches = 0;
    try (LuceneContender lucene = new LuceneContender(monitored)) {
      for (int i = 0; i < ITEMS; i++) {
        List<List<List<String>>> text = paragraphs();
        Item item = Item.ofText("i" + i, "", written(text, ". ", "\n")).withLanguage("xx");
        List<String> ours =
            index.match(ItemText.of(item, Tokenizer.tokenize(item))).stream()
                .map(QueryMatch::id)
                .toList();
        assertThat(ours).as(item.body()).isEqualTo(lucene.match(written(text, " xsx ", " xpx ")));
        matches += ours.size();
      }
    }
    assertThat(matches).isBetween(QUERIES * ITEMS / 20, QUERIES * ITEMS * 19 / 20);
  }
}
