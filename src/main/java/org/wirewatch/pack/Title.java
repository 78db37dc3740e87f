package org.wirewatch.pack;

/**
 * An office as texts name it. Which constitutional role it is depends on the country: a German
 * president is head of state only, a French one governs, an American one is both.
 */
public enum Title {
  PRESIDENT,
  PRIME_MINISTER,
  CHANCELLOR,
  /** King or queen, emperor, emir, sultan, grand duke, prince. */
  MONARCH,
  CROWN_PRINCE,
  SUPREME_LEADER,
  POPE,
  GOVERNOR_GENERAL,
  VICE_PRESIDENT,
  FOREIGN_MINISTER,
  DEFENCE_MINISTER,
  /** Of an international body. */
  SECRETARY_GENERAL,
  /** Any other head: of a commission, a movement, a junta, a territory. */
  CHIEF
}
