package org.wirewatch.judge;

/** What is known of how an item speaks of one country or person; {@code focus.tsv} weighs each. */
enum Feature {
  BIAS,
  /** The headline names it: by name, people or government. */
  TITLE,
  /** The headline names only a place in it. */
  TITLE_PLACE,
  /** It comes first in the headline. */
  TITLE_FIRST,
  /** Nothing else of its kind is in the headline. */
  TITLE_ALONE,
  /** There is a headline, and it names none of its kind. */
  TITLE_EMPTY,
  /** The headline names others of its kind and not it. */
  TITLE_OTHERS,
  /** The first sentence below the headline names it. */
  LEAD,
  /** That sentence names only a place in it. */
  LEAD_PLACE,
  /** It comes first in that sentence. */
  LEAD_FIRST,
  /** How often it is named, as a logarithm; history and the like count little. */
  COUNT,
  /** Its part of all that is named of its kind. */
  SHARE,
  /** No other is named more often. */
  MOST,
  /** The part of the sentences that name it. */
  SPREAD,
  /** How far down it is named first: 0 the lead, 1 the end. */
  LATE,
  /** The report was filed there. */
  DATELINE,
  /** The report was filed there, and nothing else of its kind is in the headline or the lead. */
  DATELINE_LOCAL,
  /** Only places in it are named. */
  UNNAMED,
  /** It stands only in lists, history, comparisons or beside other things. */
  WEAK_ONLY,
  /** How many others of its kind there are, as a logarithm. */
  OTHERS,
  /** It is the only one of its kind. */
  ALONE,
  /** It opens sentences, or its government or officials are named. */
  SUBJECT,
  /** The source is at home there. */
  HOME,
  /** An event that the item is about is there, however little its country is named. */
  SCENE
}
