package org.wirewatch.model;

import java.util.Locale;

/** What people call a country in messages and on pages, from Unicode's locale data. */
public final class CountryName {
  private CountryName() {}

  /**
   * The English name.
   *
   * @param code ISO 3166-1 alpha-2, or {@code XK}, which is none of it; of others the code itself
   */
  public static String of(String code) {
    return code.equals("XK") ? "Kosovo" : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }
}
