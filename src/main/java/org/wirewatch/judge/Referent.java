package org.wirewatch.judge;

/** What a mention speaks of. */
sealed interface Referent {
  /** The watchlist entry that watches it: {@code country:VE}, {@code leader:nicolas-maduro}. */
  String entry();

  /** A country by ISO 3166-1 alpha-2, or {@code XK}. */
  record Country(String code) implements Referent {
    @Override
    public String entry() {
      return "country:" + code;
    }
  }

  /** A person by slug. */
  record Leader(String slug) implements Referent {
    @Override
    public String entry() {
      return "leader:" + slug;
    }
  }
}
