package org.wirewatch.match;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fields of the language, and which one was meant by what is none. */
final class FieldNames {
  private static final List<String> KNOWN =
      List.of("title", "lead", "body", "source", "lang", "category", "country", "leader", "event");

  /** What other news databases call them. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("hl", "title"),
          Map.entry("hd", "title"),
          Map.entry("hlead", "lead"),
          Map.entry("lp", "lead"),
          Map.entry("text", "body"),
          Map.entry("so", "source"),
          Map.entry("sn", "source"),
          Map.entry("publication", "source"),
          Map.entry("rst", "source"),
          Map.entry("la", "lang"),
          Map.entry("ns", "category"),
          Map.entry("subject", "category"),
          Map.entry("geographic", "country"),
          Map.entry("person", "leader"));

  private FieldNames() {}

  /** A field that is called so elsewhere, or is written with one letter otherwise. */
  static Optional<String> meant(String name) {
    String elsewhere = ELSEWHERE.get(name);
    return elsewhere != null
        ? Optional.of(elsewhere)
        : KNOWN.stream().filter(known -> isOneSlipFrom(known, name)).findFirst();
  }

  /** The code of a country by its English name or its three letters; empty for what is neither. */
  static Optional<String> code(String country) {
    for (String code : Locale.getISOCountries()) {
      Locale locale = Locale.of("", code);
      if (locale.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(country)
          || locale.getISO3Country().equalsIgnoreCase(country)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /** One letter more, less or other, or two that changed places. */
  private static boolean isOneSlipFrom(String known, String written) {
    int same = 0;
    int shorter = Math.min(known.length(), written.length());
    while (same < shorter && known.charAt(same) == written.charAt(same)) {
      same++;
    }
    String ours = known.substring(same);
    String theirs = written.substring(same);
    return ours.equals(dropped(theirs))
        || theirs.equals(dropped(ours))
        || (!ours.isEmpty() && dropped(ours).equals(dropped(theirs)))
        || (ours.length() > 1
            && theirs.length() > 1
            && ours.charAt(0) == theirs.charAt(1)
            && ours.charAt(1) == theirs.charAt(0)
            && ours.substring(2).equals(theirs.substring(2)));
  }

  private static String dropped(String text) {
    return text.isEmpty() ? text : text.substring(1);
  }
}
