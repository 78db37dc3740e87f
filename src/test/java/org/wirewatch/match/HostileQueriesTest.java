package org.wirewatch.match;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/**
 * Queries made to be slow stay within the stated bounds on items made to be slow, or are refused.
 */
class HostileQueriesTest {
  private static final long MOST_NANOS = 5_000_000_000L;
  private static final long MOST_BYTES = 768_000_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** 15,000 words, of which every one is found. */
  private static final Item LONG_ITEM =
      Item.ofText("long", "war", "war ward warden warm warn. ".repeat(3000)).withLanguage("en");

  private static String times(int count, String separator, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(joining(separator));
  }

  static Stream<Arguments> hostile() {
    String operands = times(10_000, " OR ", i -> "word" + i);
    String near = times(50, " NEAR/1000 ", _ -> "(war OR ward)");
    IntFunction<String> row =
        r -> "(" + times(190, " NEAR/1000 ", i -> "(war OR ward OR r" + r + "x" + i + ")") + ")";
    return Stream.of(
        Arguments.argumentSet("10,000 operands", operands),
        Arguments.argumentSet("10,000 that are two", times(5_000, " OR ", _ -> "war OR ward")),
        Arguments.argumentSet("patterns", times(1_000, " OR ", i -> "war*" + i)),
        Arguments.argumentSet("patterns that fit", times(60, " OR ", i -> "wa?*" + "*".repeat(i))),
        Arguments.argumentSet("stars", "war*a*a*a*a*a*b"),
        Arguments.argumentSet("a phrase of stars", '"' + "war* ".repeat(60) + '"'),
        Arguments.argumentSet("NEAR in a row", near),
        Arguments.argumentSet("NEAR over NEAR", "(" + near + ") NEAR/1000 (" + near + ")"),
        Arguments.argumentSet("deep", "(war NEAR/500 ".repeat(150) + "ward" + ")".repeat(150)),
        Arguments.argumentSet("as many NEAR as may be", times(2, " AND ", row)),
        Arguments.argumentSet("NOT alone", "NOT (" + operands + ")"),
        Arguments.argumentSet("many NOT", times(5_000, " AND ", i -> "NOT source:s" + i)),
        Arguments.argumentSet("a count", "ATLEAST/99999 (war OR ward OR warm)"),
        Arguments.argumentSet("PARA", "PARA(" + times(60, " ", i -> "(war OR x" + i + ")") + ")"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void match_hostileQuery_staysWithinItsBounds(String source) {
    WatchlistIndex index = WatchlistIndex.of(Map.of("q", compiled(source)));

    assertWithinBounds(index, ItemText.of(LONG_ITEM, Tokenizer.tokenize(LONG_ITEM)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          the
          "the x%d"
          the AND x%d
          the NEAR/5 x%d
          (the OR x%d) W/5 of
          """)
  void match_manyEntriesShareAStopWord_staysWithinItsBounds(String shape) {
    Map<String, CompiledQuery> queries = new HashMap<>();
    for (int i = 0; i < 4_000; i++) {
      queries.put("q" + i, compiled(shape.formatted(i)));
    }
    Item item = Item.ofText("i", "", "the end of the war in the north. ".repeat(80));

    assertWithinBounds(WatchlistIndex.of(queries), ItemText.of(item, Tokenizer.tokenize(item)));
  }

  private static void assertWithinBounds(WatchlistIndex index, ItemText text) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    List<QueryMatch> found = index.match(text);

    assertThat(THREADS.getCurrentThreadCpuTime() - nanos).isLessThan(MOST_NANOS);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes).isLessThan(MOST_BYTES);
    assertThat(found).hasSizeLessThanOrEqualTo(index.size());
  }

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        Arguments.of("(".repeat(1000) + "war" + ")".repeat(1000), "deeper than 200"),
        Arguments.of("title:".repeat(1000) + "war", "deeper than 200"),
        Arguments.of("ATLEAST/2 ".repeat(1000) + "war", "deeper than 200"),
        Arguments.of(times(10_000, " NEAR/9 ", i -> "x" + i), "more than 200 of W/"),
        Arguments.of(times(500, " AND ", i -> "x" + i + " W/3 y"), "more than 400 of W/"),
        Arguments.of(times(5_000, " OR ", i -> "war*" + i), "more than 1000 words with *"),
        Arguments.of(times(100_001, " ", i -> "x" + i), "more than 100000 words"),
        Arguments.of("PARA(" + times(65, " ", i -> "x" + i) + ")", "more than 64 words"),
        Arguments.of('"' + "x ".repeat(65) + '"', "1 to 64 words"));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void compile_moreThanTheBounds_isRefusedWithTheReason(String source, String reason) {
    assertThat(QueryCompiler.DEFAULT.compile(source))
        .isInstanceOfSatisfying(
            Compilation.Refused.class,
            refused -> assertThat(refused.problems().getFirst().message()).contains(reason));
  }

  private static CompiledQuery compiled(String source) {
    return switch (QueryCompiler.DEFAULT.compile(source)) {
      case Compilation.Compiled compiled -> compiled.query();
      case Compilation.Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }
}
