package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Leader;

/**
 * Decides which of the names found speak of a country. Each name is held against the rules; then
 * the item is taken as one speaker: a word that surely means a person in one place does not mean a
 * country in the next without a word of its own for it.
 */
final class CountryReader {
  private static final Rule CASE = new CaseRule();

  private static final List<Rule> RULES =
      List.of(new PersonRule(), new TownRule(), new StateRule(), new ThingRule(), new DoubtRule());

  private final Scene scene;
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();

  /** Ambiguous words by their folded text → why one of them was refused. */
  private final Map<String, String> refusedWords = new HashMap<>();

  /**
   * @param people words for countries within the names of people
   */
  CountryReader(Scene scene, List<Refused> people) {
    this.scene = scene;
    people.forEach(person -> refusedWords.put(word(person.mention()), person.reason()));
  }

  CountryReader read() {
    for (Span span : scene.spans()) {
      if (!span.countries().isEmpty()) {
        decide(span, choose(span));
      }
    }
    agree();
    return this;
  }

  List<Mention> mentions() {
    return mentions;
  }

  List<Refused> refused() {
    return refused;
  }

  private void decide(Span span, Sense.OfCountry sense) {
    Mention mention = Mentions.of(span, sense);
    String wrongCase = CASE.against(span, sense, scene);
    if (wrongCase != null) {
      refused.add(new Refused(mention, wrongCase));
      return;
    }
    String reason = against(span, sense);
    if (reason == null) {
      mentions.add(mention);
    } else {
      refused.add(new Refused(mention, reason));
      if (!sense.readings().isEmpty()
          || mention.form() == Mention.Form.CAPITAL
          || mention.form() == Mention.Form.PLACE) {
        refusedWords.putIfAbsent(word(mention), reason);
      }
    }
  }

  private @Nullable String against(Span span, Sense.OfCountry sense) {
    if (span.all(Sense.OfLeader.class).stream().anyMatch(this::isNamed)) {
      return "the name of a person";
    }
    for (Rule rule : RULES) {
      String reason = rule.against(span, sense, scene);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  /** Whether the item names the leader in full, here or elsewhere. */
  private boolean isNamed(Sense.OfLeader leader) {
    return leader.alias().use() == Leader.Use.FULL
        || scene.spans().stream()
            .flatMap(span -> span.all(Sense.OfLeader.class).stream())
            .anyMatch(other ->
                other.leader().equals(leader.leader()) && other.alias().use() == Leader.Use.FULL);
  }

  /**
   * Of several countries of one name the one that the rest of the item speaks of; of its forms that
   * differ in accents only ("Kuba", "Kubą") the one as written. "Congo" alone is the larger of the
   * two, which comes first by its code as well.
   */
  private Sense.OfCountry choose(Span span) {
    List<Sense.OfCountry> countries = span.countries();
    if (countries.size() == 1) {
      return countries.getFirst();
    }
    boolean oneOnly =
        countries.stream().allMatch(sense -> sense.code().equals(countries.getFirst().code()));
    String field = scene.tokens().text(scene.tokens().field(span.first()));
    String written = field.substring(span.start(), span.end());
    return countries.stream()
        .max(
            Comparator.<Sense.OfCountry>comparingInt(sense -> scene.support(sense.code()))
                .thenComparingLong(sense -> oneOnly ? 0 : towns(sense.code()))
                .thenComparing(sense -> sense.alias().text().equals(written))
                .thenComparing(Sense.OfCountry::code, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** How many words of the item name nothing but the country or a town in it. */
  private long towns(String code) {
    return scene.spans().stream()
        .map(Span::countries)
        .filter(senses -> !senses.isEmpty())
        .filter(senses -> senses.stream().allMatch(sense -> sense.code().equals(code)))
        .count();
  }

  /**
   * What was refused for good reason in one place is refused in all, unless the country is there
   * too.
   */
  private void agree() {
    if (refusedWords.isEmpty()) {
      return;
    }
    List<Mention> kept = new ArrayList<>();
    for (Mention mention : mentions) {
      String reason = refusedWords.get(word(mention));
      if (reason != null && scene.support(mention.country()) == 0) {
        refused.add(new Refused(mention, "as elsewhere in the item: " + reason));
      } else {
        kept.add(mention);
      }
    }
    mentions.clear();
    mentions.addAll(kept);
  }

  private String word(Mention mention) {
    return scene.tokens().folded(mention.first());
  }
}
