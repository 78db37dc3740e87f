package org.wirewatch.judge;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wirewatch.match.Matching;
import org.wirewatch.match.PhraseIndex;
import org.wirewatch.pack.Alias;
import org.wirewatch.pack.AliasKind;
import org.wirewatch.pack.Countries;

/**
 * The countries' short names in languages that the packs do not speak, from Unicode's locale data.
 * An index is made when a language is first met. Thread-safe.
 */
final class LocaleNames {
  /** How a name and the word for a country are written as one: Thailand in ประเทศไทย. */
  private static final Map<String, String> NOUNS =
      Map.of("th", "ประเทศ%s", "my", "%sနိုင်ငံ", "km", "ប្រទេស%s", "lo", "ປະເທດ%s");

  private final Countries countries;
  private final Map<String, PhraseIndex<Sense>> byLanguage = new ConcurrentHashMap<>();

  LocaleNames(Countries countries) {
    this.countries = countries;
  }

  /**
   * @param language ISO 639; one that Unicode does not know has no names
   */
  PhraseIndex<Sense> in(String language) {
    return byLanguage.computeIfAbsent(language, this::index);
  }

  private PhraseIndex<Sense> index(String language) {
    PhraseIndex.Builder<Sense> index = PhraseIndex.builder();
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(new ULocale(language));
    // An unknown language falls back on the default locale; those names are not its own.
    if (!names.getLocale().getLanguage().equals(language)) {
      return index.build();
    }
    countries
        .all()
        .forEach(country -> {
          String name = names.regionDisplayName(country.code());
          if (name != null && !name.equals(country.code())) {
            Alias alias = new Alias(name, language, AliasKind.NAME, false, false);
            Sense sense = new Sense.OfCountry(country.code(), alias, Set.of(), Set.of());
            Matching matching = Matching.NAME.inflectedIn(language);
            index.add(name, sense, matching);
            String noun = NOUNS.get(language);
            if (noun != null) {
              index.add(noun.formatted(name), sense, matching);
            }
          }
        });
    return index.build();
  }
}
