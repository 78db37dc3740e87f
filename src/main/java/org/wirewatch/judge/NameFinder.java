package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.List;
import org.wirewatch.pack.Homographs.Reading;
import org.wirewatch.text.Tokens;

/**
 * Finds the names in a text and keeps the longest: "Papua New Guinea" hides "Guinea", "Georgia
 * Tech" hides "Georgia". What is hidden is kept with its reason.
 */
final class NameFinder {
  /**
   * What was found.
   *
   * @param names that hide no others and are not hidden, by first token; titles are not among them
   * @param titles words for offices
   * @param hidden the names of countries within longer names
   * @param people those of the hidden that are part of a person's name
   */
  record Found(List<Span> names, List<Span> titles, List<Refused> hidden, List<Refused> people) {}

  private NameFinder() {}

  static Found find(Tokens tokens, Lexicon lexicon) {
    List<Span> names = new ArrayList<>();
    List<Span> titles = new ArrayList<>();
    for (Span span : Span.of(lexicon.find(tokens))) {
      List<Sense> title = span.senses().stream().filter(NameFinder::isTitle).toList();
      List<Sense> name = span.senses().stream().filter(sense -> !isTitle(sense)).toList();
      if (!title.isEmpty()) {
        titles.add(span.with(title));
      }
      if (!name.isEmpty()) {
        names.add(span.with(name));
      }
    }
    return longest(names, titles, tokens);
  }

  private static boolean isTitle(Sense sense) {
    return sense instanceof Sense.OfTitle || sense instanceof Sense.OfOffice;
  }

  private static Found longest(List<Span> names, List<Span> titles, Tokens tokens) {
    List<Span> kept = new ArrayList<>(names.size());
    List<Refused> hidden = new ArrayList<>();
    List<Refused> people = new ArrayList<>();
    Span before = null;
    for (Span span : names) {
      Span cover = before != null && before.last() >= span.first() ? before : null;
      if (cover == null) {
        kept.add(span);
        before = span;
      } else if (!span.countries().isEmpty()) {
        String text =
            tokens.text(tokens.field(cover.first())).substring(cover.start(), cover.end());
        Mention mention = Mentions.of(span, span.countries().getFirst());
        Refused part = new Refused(mention, "part of \"" + text + "\"");
        hidden.add(part);
        if (isPerson(cover)) {
          people.add(part);
        }
      }
    }
    return new Found(kept, titles, hidden, people);
  }

  private static boolean isPerson(Span span) {
    return span.all(Sense.OfCompound.class).stream()
        .map(sense -> sense.compound().reading())
        .anyMatch(reading -> reading == Reading.SURNAME || reading == Reading.FIRST_NAME);
  }
}
