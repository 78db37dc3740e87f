package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The index finds exactly what the semantics say, for generated queries and items. */
class DifferentialTest {
  private static final int QUERIES = 420;
  private static final int ITEMS = 250;

  private final Generated generated = new Generated(20251122);
  private final Map<String, CompiledQuery> queries = new LinkedHashMap<>();

  private Map<String, CompiledQuery> queries(int number) {
    while (queries.size() < number) {
      String source = generated.query(3);
      switch (QueryCompiler.DEFAULT.compile(source)) {
        case Compilation.Compiled compiled -> queries.put(source, compiled.query());
        case Compilation.Refused refused ->
            assertThat(refused.problems().getFirst().message()).contains("no part of");
      }
    }
    return queries;
  }

  private static List<String> ids(WatchlistIndex index, ItemText text) {
    return index.match(text).stream().map(QueryMatch::id).toList();
  }

  @Test
  void match_generated_equalsTheNaiveEvaluator() {
    WatchlistIndex index = WatchlistIndex.of(queries(QUERIES));
    int matches = 0;
    for (int i = 0; i < ITEMS; i++) {
      ItemText text = generated.itemText();
      NaiveEvaluator naive = new NaiveEvaluator(text);
      List<String> expected =
          queries.entrySet().stream()
              .filter(entry -> naive.holds(entry.getValue().query()))
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      assertThat(ids(index, text))
          .as(text.item().title() + "|" + text.item().body())
          .isEqualTo(expected);
      matches += expected.size();
    }
    assertThat(matches).isBetween(QUERIES * ITEMS / 20, QUERIES * ITEMS * 19 / 20);
  }

  @Test
  void with_anyEdits_equalsAnIndexBuiltAtOnce() {
    List<CompiledQuery> some = List.copyOf(queries(300).values());
    Random random = new Random(7);
    WatchlistIndex edited = WatchlistIndex.EMPTY;
    Map<String, CompiledQuery> wanted = new LinkedHashMap<>();
    for (int i = 0; i < 400; i++) {
      String id = "q" + random.nextInt(60);
      if (random.nextInt(3) == 0) {
        edited = edited.without(List.of(id));
        wanted.remove(id);
      } else {
        CompiledQuery query = some.get(random.nextInt(some.size()));
        edited = edited.with(id, query);
        wanted.put(id, query);
      }
    }
    WatchlistIndex built = WatchlistIndex.of(wanted);
    WatchlistIndex compacted = edited.compacted();

    assertThat(edited.size()).isEqualTo(wanted.size());
    for (int i = 0; i < 40; i++) {
      ItemText text = generated.itemText();
      assertThat(edited.match(text)).isEqualTo(built.match(text));
      assertThat(compacted.match(text)).isEqualTo(built.match(text));
    }
  }

  @Test
  void places_generated_lieInTheirFieldAndAreInOrder() {
    WatchlistIndex index = WatchlistIndex.of(queries(QUERIES));
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ItemText text = generated.itemText();
      index
          .match(text)
          .forEach(match -> {
            assertThat(match.places())
                .allSatisfy(place ->
                    assertThat(
                            text.tokens()
                                .evidence(place.first(), place.start(), place.end())
                                .text())
                        .isNotBlank());
            assertThat(match.places().stream().mapToInt(Place::first)).isSorted();
            all.addAll(match.places());
          });
    }
    assertThat(all).isNotEmpty();
    assertThat(IntStream.range(0, all.size()).filter(i -> all.get(i).start() >= all.get(i).end()))
        .isEmpty();
  }
}
