package org.wirewatch.judge;

import org.wirewatch.judge.EventMatcher.Match;
import org.wirewatch.judge.EventStatus.Verdict;
import org.wirewatch.pack.EventKind;

/**
 * What was made of the words of an event in one sentence; kept where somebody asks why.
 *
 * @param where its places and by what they were found; nowhere where it was refused
 */
record EventDecision(
    EventKind kind, EventSentence sentence, Match match, Verdict verdict, Whereabouts where) {}
