package org.wirewatch.pack;

/**
 * Word classes that tell no event but how one stands, after the triggers of NegEx (Chapman et al.
 * 2001) and ConText (Harkema et al. 2009). In the data files by their names in lower case.
 */
public enum EventCue {
  /** Not, never, without. */
  NEG,
  /** Why, how, when: a question that takes the event for granted. */
  WHY,
  /** Somebody able to know says that it is not so: denies, baseless, remains open. */
  DENY,
  /** May, threatens, considers, fears. */
  MAY,
  /** Plans to, intends to: not decided to close, but about to open. */
  INTEND,
  /** Urges, demands, calls for. */
  ASK,
  /** If, unless. */
  IF,
  /** Decided, ordered, will. */
  PLAN,
  /** Tomorrow, and doings in the future tense: it is not so yet, whoever says so. */
  FUTURE,
  /** Lifts, revokes, expires. */
  END,
  /** Extends, until further notice. */
  EXTEND,
  /** Last year, former. */
  PAST,
  /** Anniversary, in memory of: what stands right at it is over. */
  RECALL,
  /** Since: a year after it is no background but a beginning. */
  SINCE,
  /** Drill, exercise: where people come to harm it was none, or went wrong. */
  DRILL,
  /** Mock, simulated: shown, whatever comes of it. */
  MOCK,
  /** Film, novel, game. */
  FICTION,
  /** Usually, what is a: no event but such events at large. */
  GENERAL,
  /** Words of sports reports; several in one item make it one. */
  SPORT,
  /** Phrases that contain the words of an event and tell none: "price war". */
  TRAP,
  /** Where a clause ends and the reach of its cues: but, while, after. */
  BUT,
  /** That, whether: a comma before it does not end the reach of what governs it. */
  THAT,
  /** What joins the members of a list. */
  AND,
  /** What follows is no place of the event but its cause or whom it is meant for. */
  CAUSE,
  /** What follows is whom it is done to: sanctions against, strikes on. */
  TOWARD,
  /** What follows is who does it: "by Russia". */
  BY,
  /** What follows is where the thing is: over, above, in. */
  AT,
  /** What follows is the other side: a border with somebody. */
  WITH,
  /** Its, their: the place is the subject of the clause. */
  ITS,
  /** Its own, that of: stands for the thing named before. */
  OWN,
  /** It, the closure: what the sentence before told of. */
  PRON,
  /** Verbs of saying: between a leader and a death they part the two. */
  SAY,
  /** Other people: "the president's brother". */
  RANK;

  private static final EventCue[] BY_CLASS = values();

  static final int COUNT = BY_CLASS.length;

  /** The number of the class, as of {@link EventHits#wordClass}: those of cues come first. */
  @SuppressWarnings("EnumOrdinal") // lives within one run; the data files know cues by name
  public int wordClass() {
    return ordinal();
  }

  /** The cue of a word class below {@link #COUNT}. */
  static EventCue of(int wordClass) {
    return BY_CLASS[wordClass];
  }
}
