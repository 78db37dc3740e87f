package org.wirewatch.pack;

/** What sort of words refer to a country. */
public enum AliasKind {
  /** The usual short name: Venezuela, Ivory Coast. */
  NAME,
  /** The name on treaties: Bolivarian Republic of Venezuela. */
  FORMAL,
  /** A name it or its forerunner went by: Zaire, West Germany, Soviet Union. */
  FORMER,
  /** Letters: USA, DRC. */
  ABBREVIATION,
  /** Its people: Venezuelans. */
  DEMONYM,
  /** Of it: Venezuelan, venezolana, венесуэльского. */
  ADJECTIVE,
  /** Its capital, which also stands for its government. */
  CAPITAL,
  /** Another city that news names without its country. */
  CITY,
  /** A province, state or region within it: Texas, Crimea, Kurdistan. */
  SUBDIVISION,
  /** A building or office that stands for its government: the Kremlin, Downing Street. */
  SEAT,
  /** An airport by its usual name. */
  AIRPORT,
  /** Its armed forces or services by their usual name: IDF, Bundeswehr. */
  FORCES;

  /** Whether the words stand for the country or its government rather than for a place in it. */
  public boolean namesCountry() {
    return switch (this) {
      case NAME, FORMAL, FORMER, ABBREVIATION, DEMONYM, ADJECTIVE, CAPITAL, SEAT, FORCES -> true;
      case CITY, SUBDIVISION, AIRPORT -> false;
    };
  }
}
