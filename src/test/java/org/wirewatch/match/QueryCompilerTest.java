package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryCompilerTest {
  private static final QueryCompiler COMPILER =
      new QueryCompiler(
          List.of("en"),
          word -> word.equals("turkey") ? Optional.of("country:TR") : Optional.empty());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          carrier AND (destroyer OR frigate | 1:13 | ( that is not closed   | carrier AND (destroyer OR frigate)
          carrier "two destroyers          | 1:9  | not closed             | carrier "two destroyers"
          carrier AND                      | 1:12 | where a word was       | carrier
          OR carrier                       | 1:1  | OR where a word        | carrier
          carrier)                         | 1:8  | a ) without            | carrier
          *ship                            | 1:1  | begin with letters     | ship
          ab*                              | 1:1  | at least 3 letters     | ab
          foo:bar                          | 1:1  | no field foo:          | "foo:bar"
          carrier W/0 port                 | 1:9  | from 1 to 1000         | carrier W/1 port
          (a AND b) W/5 port               | 1:11 | AND cannot stand       | (a AND b) AND port
          title:(body:port)                | 1:8  | no part of             | title:("body:port")
          country:Venezuela                | 1:9  | two letters            | country:VE
          carrier NEAR/x port              | 1:9  | expected a number right after NEAR/ | carrier NEAR/5 port
          carrier W/ port                  | 1:9  | expected a number right after W/ | carrier W/5 port
          carrier W/S port                 | 1:9  | one sentence is a SAME b | carrier SAME port
          carrier NEAR12 port              | 1:9  | as in NEAR/12          | carrier NEAR/12 port
          carrier W/ 7 port                | 1:9  | right after W/ as in W/7 | carrier W/7 port
          carrier W/P port                 | 1:9  | one paragraph PARA(a b)  | carrier AND port
          carrier NEAR/2000 port           | 1:9  | from 1 to 1000         | carrier NEAR/1000 port
          carrier && port                  | 1:9  | no word in             | carrier AND port
          carrier AND ()                   | 1:14 | a ) where a word       | carrier
          carrier AND ""                   | 1:13 | no word in             | carrier
          carrier W/5 NOT port             | 1:13 | NOT where a word       | carrier W/5 port
          carrier SAME lang:en             | 1:9  | cannot stand beside it | carrier AND lang:en
          PARA(a NOT b)                    | 1:1  | NOT cannot stand       | (a NOT b)
          titel:carrier                    | 1:1  | no field titel:        | title:carrier
          surce:herald                     | 1:1  | no field surce:        | source:herald
          hl:carrier                       | 1:1  | no field hl:           | title:carrier
          lang:(en OR es)                  | 1:1  | takes one value        | (lang:en OR lang:es)
          country:(VE CO)                  | 1:1  | takes one value        | (country:VE OR country:CO)
          country:VEN                      | 1:9  | two letters            | country:VE
          country:Peru                     | 1:9  | two letters            | country:PE
          source:                          | 1:8  | a value was expected   |
          /* carrier                       | 1:1  | a comment that is not closed | carrier
          c*r                              | 1:1  | at least 3 letters     | c?r
          cease-fir*                       | 1:1  | cannot stand beside hyphens | "cease fir*"
          CAPS(Apple                       | 1:5  | that is not closed     | CAPS(Apple)
          ATLEAST/0 carrier                | 1:1  | counts from 1          | carrier
          ATLEAST/many carrier             | 1:1  | expected a number      | ATLEAST/5 carrier
          """)
  void compile_fault_saysWhereWhatAndTheNearestQuery(
      String source, String place, String message, String suggestion) {
    QueryProblem problem = COMPILER.compile(source).problems().getFirst();

    assertThat(problem.error()).isTrue();
    assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
    assertThat(problem.message()).contains(message);
    if (suggestion != null && !suggestion.startsWith("\"")) {
      assertThat(problem.suggestion()).isEqualTo(suggestion);
    }
    if (!problem.suggestion().isEmpty()) {
      assertThat(COMPILER.compile(problem.suggestion())).isInstanceOf(Compilation.Compiled.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          carrier or frigate             | the operator is OR
          the                            | in nearly every item in English
          carrier and frigate            | the operator is AND
          carrier not museum             | the operator is NOT
          carrier PRE/3 port             | the operator is W/3
          carrier NEAR port              | the operator is NEAR/5
          carrier -museum                | asks for the word
          carrier !museum                | asks for the word
          carrier W5 port                | the operator is W/5
          carrier /5 port                | the operator is W/5
          carrier ADJ3 port              | the operator is W/3
          carrier ANDNOT museum          | the operator is AND NOT
          "carrier group"~5              | asks for the number
          'carrier group'                | phrases stand in
          hd=carrier title=(port)        | fields end in :
          caps(apple)                    | the function is CAPS(
          PARA carrier                   | the function is PARA(
          NOT (carrier OR port)          | takes nearly every item
          (carrier OR *) AND NOT *       | nothing can match
          Turkey                         | means several things; add words that tell which, or watch country:TR
          carrier AND NOT carrier        | nothing can match
          NOT carrier                    | takes nearly every item
          a1 OR b1 AND c1                | AND binds before OR
          cartel OR "cartel of the suns" | adds nothing
          """)
  void compile_doubtful_warns(String source, String message) {
    Compilation compilation = COMPILER.compile(source);

    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    assertThat(compilation.problems())
        .extracting(QueryProblem::message)
        .anySatisfy(said -> assertThat(said).contains(message));
  }

  @ParameterizedTest
  @CsvSource({"nach, German", "oraz, Polish", "olarak, Turkish", "para, Spanish"})
  void compile_stopWordOfAnyLanguageAlone_warns(String word, String language) {
    assertThat(QueryCompiler.DEFAULT.compile(word).problems())
        .singleElement()
        .extracting(QueryProblem::message)
        .asString()
        .contains("nearly every item in")
        .contains(language);
    assertThat(new QueryCompiler(List.of("ru")).compile(word).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cartel, cartel of the suns, true",
    "cartel OR gang, gang war OR cartel boss, true",
    "cartel of the suns, cartel, false",
    "cartel, gang, false",
    "title:cartel, cartel boss, false",
    "cartel AND sun, cartel, false",
    "cartel, cartel AND sun, true",
    "cartel AND sun, sun AND cartel AND moon, true",
    "cartel, title:cartel, true",
    "cartel OR gang, cartel NEAR/3 sun, true",
    "cartel NEAR/5 sun, sun W/3 cartel, true",
    "cartel W/5 sun, sun W/3 cartel, false",
    "cartel NOT sun, cartel, false",
    "cartel NOT sun, cartel NOT (sun OR moon), true",
    "ATLEAST/2 cartel, ATLEAST/3 cartel, true",
    "ATLEAST/3 cartel, ATLEAST/2 cartel, false"
  })
  void covers_anotherEntry_isTold(String wide, String narrow, boolean covers) {
    assertThat(compiled(wide).covers(compiled(narrow.replaceAll("([a-z]+( [a-z]+)+)", "\"$1\""))))
        .isEqualTo(covers);
  }

  private static CompiledQuery compiled(String source) {
    return ((Compilation.Compiled) COMPILER.compile(source)).query();
  }

  @Test
  void compile_plainQuery_warnsOfNothing() {
    String query =
        "(carrier OR destroyer OR warship*) NEAR/12 (caribbean OR venezuela*) AND NOT title:museum";

    assertThat(COMPILER.compile(query).problems()).isEmpty();
  }

  @Test
  void compile_secondLine_isCounted() {
    QueryProblem problem = COMPILER.compile("carrier\nAND OR x").problems().getFirst();

    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).isEqualTo(5);
  }

  @Test
  void compile_tooDeep_isRefusedWithTheReason() {
    String deep = "(".repeat(1000) + "carrier" + ")".repeat(1000);

    assertThat(COMPILER.compile(deep).problems().getFirst().message()).contains("deeper than");
  }
}
