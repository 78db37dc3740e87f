package org.wirewatch.judge;

/** How much a mention says of what the item is about, by the sentence around it. */
enum Weight {
  /** Told as news. */
  FULL,
  /** As one of three or more in a row. */
  LISTED,
  /** Only as what something else is named after: Swiss francs. */
  NAMESAKE,
  /** As history, as a comparison, as who brokered or hosted. */
  BACKGROUND,
  /** Where the report was filed. */
  DATELINE
}
