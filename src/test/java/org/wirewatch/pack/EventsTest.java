package org.wirewatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirewatch.text.Tokenizer;

class EventsTest {
  private static final Events EVENTS = Packs.load().events();

  static Stream<String> languages() {
    return Events.LANGUAGES.stream().sorted();
  }

  @Test
  void kinds_areThoseThatTheContractNames() {
    assertThat(EVENTS.kinds()).extracting(EventKind::slug).hasSize(32).doesNotHaveDuplicates();
    assertThat(EVENTS.kinds()).allSatisfy(kind -> assertThat(kind.counts()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyKind_canBeTold_inEveryLanguage(String language) {
    EventLexicon lexicon = EVENTS.lexicon(language).orElseThrow();
    List<String> dumb = new ArrayList<>();
    for (EventKind kind : EVENTS.kinds()) {
      if (kind.live().stream().noneMatch(rule -> canBeTold(rule, lexicon))) {
        dumb.add(kind.slug());
      }
    }
    assertThat(dumb).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCueOfStatus_hasWords_inEveryLanguage(String language) {
    EventLexicon lexicon = EVENTS.lexicon(language).orElseThrow();
    List<EventCue> needed =
        List.of(
            EventCue.NEG,
            EventCue.DENY,
            EventCue.MAY,
            EventCue.ASK,
            EventCue.IF,
            EventCue.PLAN,
            EventCue.END,
            EventCue.EXTEND,
            EventCue.PAST,
            EventCue.DRILL,
            EventCue.FICTION,
            EventCue.SPORT,
            EventCue.TRAP,
            EventCue.BUT,
            EventCue.CAUSE);
    assertThat(needed).allMatch(cue -> lexicon.hasWordsOf(cue.wordClass()));
  }

  @Test
  void find_openEnding_takesEveryInflection() {
    EventHits hits = find("Россия закрыла воздушное пространство", "ru");
    assertThat(classes(hits)).contains(wordClass("close"), wordClass("airspace"));
  }

  @Test
  void find_prefixWrittenTogether_isSkippedInEveryWord() {
    assertThat(classes(find("وإغلاق المجال الجوي", "ar")))
        .contains(wordClass("close"), wordClass("airspace"));
  }

  @Test
  void find_trap_swallowsTheWordsInIt() {
    assertThat(classes(find("a political earthquake", "en"))).doesNotContain(wordClass("quake"));
  }

  @Test
  void lexicon_languageWithoutWords_isEmpty() {
    assertThat(EVENTS.lexicon("sw")).isEmpty();
    assertThat(EVENTS.lexicon(null)).isEmpty();
  }

  private static boolean canBeTold(EventRule rule, EventLexicon lexicon) {
    return lexicon.hasWordsOf(rule.anchor())
        && rule.tied().stream().allMatch(lexicon::hasWordsOf)
        && rule.nearby().stream().allMatch(lexicon::hasWordsOf);
  }

  private static EventHits find(String text, String language) {
    return EVENTS.lexicon(language).orElseThrow().find(Tokenizer.tokenize(text, language));
  }

  private static List<Integer> classes(EventHits hits) {
    List<Integer> classes = new ArrayList<>();
    for (int hit = 0; hit < hits.size(); hit++) {
      classes.add(hits.wordClass(hit));
    }
    return classes;
  }

  private static int wordClass(String name) {
    return EVENTS.wordClass(name).orElseThrow();
  }
}
