package org.wirewatch.match;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/** Queries made to be slow stay quick on items made to be slow. */
class HostileQueriesTest {
  private static final Item LONG_ITEM =
      Item.ofText("long", "war", "war ward warden warm warn. ".repeat(3000)).withLanguage("en");

  static java.util.stream.Stream<String> hostile() {
    String operands = IntStream.range(0, 10_000).mapToObj(i -> "word" + i).collect(joining(" OR "));
    String patterns = IntStream.range(0, 5_000).mapToObj(i -> "war*" + i).collect(joining(" OR "));
    String near =
        IntStream.range(0, 50).mapToObj(_ -> "(war OR ward)").collect(joining(" NEAR/1000 "));
    String deep = "(war NEAR/500 ".repeat(150) + "ward" + ")".repeat(150);
    return java.util.stream.Stream.of(
        operands,
        patterns,
        near,
        deep,
        "war*a*a*a*a*a*b",
        "(" + near + ") NEAR/1000 (" + near + ")",
        IntStream.range(0, 5_000).mapToObj(i -> "NOT source:s" + i).collect(joining(" AND ")),
        "NOT (" + operands + ")",
        "ATLEAST/99999 (war OR ward OR warm)",
        "PARA(" + "war ".repeat(60) + ")");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void match_hostileQuery_staysWithinItsBound(String source) {
    Compilation compilation = QueryCompiler.DEFAULT.compile(source);
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    WatchlistIndex index =
        WatchlistIndex.of(Map.of("q", ((Compilation.Compiled) compilation).query()));
    ItemText text = ItemText.of(LONG_ITEM, Tokenizer.tokenize(LONG_ITEM));

    Assertions.assertTimeout(Duration.ofSeconds(5), () -> index.match(text));
  }
}
