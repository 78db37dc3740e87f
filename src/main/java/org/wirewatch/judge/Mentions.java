package org.wirewatch.judge;

import org.wirewatch.pack.AliasKind;

/** Makes mentions of spans. */
final class Mentions {
  private Mentions() {}

  static Mention of(Span span, Sense.OfCountry sense) {
    return new Mention(
        new Referent.Country(sense.code()),
        form(sense.alias().kind()),
        span.first(),
        span.last(),
        span.start(),
        span.end());
  }

  private static Mention.Form form(AliasKind kind) {
    return switch (kind) {
      case NAME, FORMAL, FORMER, ABBREVIATION -> Mention.Form.NAME;
      case DEMONYM, ADJECTIVE -> Mention.Form.DEMONYM;
      case CAPITAL -> Mention.Form.CAPITAL;
      case SEAT -> Mention.Form.SEAT;
      case CITY, SUBDIVISION, AIRPORT, FORCES -> Mention.Form.PLACE;
    };
  }
}
