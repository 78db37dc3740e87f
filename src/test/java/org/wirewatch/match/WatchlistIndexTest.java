package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

class WatchlistIndexTest {
  private static final Item ITEM =
      new Item(
          "i1",
          null,
          "Carrier sails for the Caribbean",
          "",
          "The US Navy said a carrier and two destroyers left port. Apple sold phones.\n"
              + "Venezuelan warships stayed near the women's museum. A ceasefire, once agreed, held."
              + "\nThe carrier returned; the carrier rested.",
          "en",
          null,
          null,
          null,
          new org.wirewatch.model.Source("gulf-herald", "The Gulf Herald", null, "US", 1, null),
          null,
          null,
          List.of(),
          List.of("World News"),
          List.of(),
          null,
          List.of());

  private static CompiledQuery compiled(String source) {
    return switch (QueryCompiler.DEFAULT.compile(source)) {
      case Compilation.Compiled compiled -> compiled.query();
      case Compilation.Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }

  private static ItemText text() {
    return new ItemText(
        ITEM, Tokenizer.tokenize(ITEM), List.of(new EntityMention("country:VE", 19, 19)));
  }

  private static boolean matches(String query) {
    return !WatchlistIndex.of(Map.of("q", compiled(query))).match(text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          carriers                                     | true
          "carrier sails"                              | true
          "caribbean the"                              | false
          carrier AND museum                           | true
          carrier museum                               | true
          carrier AND NOT museum                       | false
          carrier NOT submarine                        | true
          submarine OR carrier                         | true
          NOT submarine                                | true
          warship*                                     | true
          wom?n                                        | true
          wom?                                         | false
          title:carrier                                | true
          title:museum                                 | false
          title:(carrier AND caribbean)                | true
          lead:navy                                    | true
          lead:museum                                  | false
          body:sails                                   | false
          ALLCAPS(us)                                  | true
          ALLCAPS(navy)                                | false
          CAPS(apple)                                  | true
          CAPS(phones)                                 | false
          NOCAPS(apple)                                | false
          EXACT(Apple)                                 | true
          EXACT(apple)                                 | false
          EXACT(carriers)                              | false
          navy W/3 carrier                             | true
          navy W/2 carrier                             | false
          carrier W/3 navy                             | false
          carrier NEAR/3 navy                          | true
          caribbean W/5 the                            | false
          carrier SAME destroyers                      | true
          carrier SAME apple                           | false
          PARA(carrier apple)                          | true
          PARA(carrier warships)                       | false
          ATLEAST/4 carrier                            | true
          ATLEAST/5 carrier                            | false
          (navy OR "two destroyers") W/6 (left NEAR/2 port) | true
          ("cease-fire" W/3 held)                      | true
          "cease fire"                                 | true
          source:gulf-herald                           | true
          source:herald                                | true
          source:gul                                   | false
          lang:en                                      | true
          lang:es                                      | false
          category:world                               | true
          country:VE                                   | true
          country:CO                                   | false
          *                                            | true
          carrier /* the ship */ AND "AND"             | true
          """)
  void match_query_holdsAsTheLanguageSays(String query, boolean expected) {
    assertThat(matches(query)).isEqualTo(expected);
  }

  @Test
  void match_places_areOfWhatMadeItHold() {
    WatchlistIndex index = WatchlistIndex.of(Map.of("q", compiled("navy W/3 carrier")));

    assertThat(index.match(text()))
        .singleElement()
        .satisfies(match ->
            assertThat(match.places())
                .extracting(place -> ITEM.body().substring(place.start(), place.end()))
                .containsExactly("Navy", "carrier"));
  }

  @Test
  void with_sameId_replaces() {
    WatchlistIndex index =
        WatchlistIndex.of(Map.of("a", compiled("carrier"), "b", compiled("museum")))
            .with("a", compiled("submarine"));

    assertThat(index.match(text())).extracting(QueryMatch::id).containsExactly("b");
    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void without_removes() {
    WatchlistIndex index = WatchlistIndex.of(Map.of("a", compiled("carrier"), "b", compiled("*")));

    assertThat(index.without(List.of("a", "unknown")).match(text()))
        .extracting(QueryMatch::id)
        .containsExactly("b");
    assertThat(index.without(List.of("a", "b")).size()).isZero();
  }

  @Test
  void explain_miss_saysWhichPartsDoNotHold() {
    WatchlistIndex index = WatchlistIndex.of(Map.of("q", compiled("carrier AND NOT museum")));

    assertThat(index.explain("q", text()).orElseThrow())
        .hasToString("- AND\n  + carrier (4)\n  - NOT\n    + museum (1)\n");
    assertThat(index.explain("other", text())).isEmpty();
  }

  @Test
  void any_phrases_areAlternatives() {
    Compilation compilation =
        QueryCompiler.DEFAULT.any(List.of("gulf of nowhere", "Apple sold phones"));

    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    assertThat(matches(((Compilation.Compiled) compilation).query().source())).isTrue();
  }
}
