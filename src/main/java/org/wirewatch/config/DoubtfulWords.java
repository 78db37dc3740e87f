package org.wirewatch.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Country;
import org.wirewatch.pack.EventKind;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Packs;
import org.wirewatch.text.Folding;

/**
 * Words that, alone, say too little of what the packs know: names of countries that mean something
 * else too ("Turkey"), surnames that many bear besides a leader ("Lee"), events that are also
 * figures of speech ("coup"). The packs say which they are. Read when first asked; thread-safe.
 */
final class DoubtfulWords {
  private final Packs packs;
  private @Nullable Map<String, String> entities;

  DoubtfulWords(Packs packs) {
    this.packs = packs;
  }

  /**
   * The entity that a folded word alone may stand for, as in a query: {@code country:TR}; empty for
   * words that are not in doubt.
   */
  synchronized Optional<String> entity(String folded) {
    Map<String, String> known = entities;
    if (known == null) {
      known = new HashMap<>();
      addEvents(known);
      addLeaders(known);
      addCountries(known);
      entities = known;
    }
    return Optional.ofNullable(known.get(folded));
  }

  private void addEvents(Map<String, String> known) {
    for (EventKind kind : packs.events().kinds()) {
      add(kind.slug(), "event:" + kind.slug(), known);
    }
  }

  private void addLeaders(Map<String, String> known) {
    for (Leader leader : packs.leaders().all()) {
      for (Leader.Alias alias : packs.leaders().aliases(leader.slug())) {
        if (alias.use() == Leader.Use.AFTER_FULL) {
          add(alias.text(), "leader:" + leader.slug(), known);
        }
      }
    }
  }

  private void addCountries(Map<String, String> known) {
    Set<String> homographs = new HashSet<>();
    packs.homographs().words().forEach(word -> homographs.add(Folding.fold(word)));
    for (Country country : packs.countries().all()) {
      packs.countries().aliases(country.code()).stream()
          .filter(alias -> homographs.contains(Folding.fold(alias.text())))
          .forEach(alias -> add(alias.text(), "country:" + country.code(), known));
    }
  }

  private static void add(String text, String entity, Map<String, String> known) {
    boolean oneWord = text.chars().allMatch(Character::isLetter);
    if (oneWord) {
      known.put(Folding.fold(text), entity);
    }
  }
}
