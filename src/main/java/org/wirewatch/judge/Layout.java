package org.wirewatch.judge;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirewatch.model.Field;
import org.wirewatch.text.Tokens;

/** How an item is laid out: headline, dateline, lead, the rest. Immutable. */
final class Layout {
  /** "BONN, April 5 -", "KYIV (Reuters) -", "Milan, 7 avr. (AFP) –"; not "Anna Vogt - the head". */
  private static final Pattern DATELINE =
      Pattern.compile(
          "\\s*(\\p{Lu}[\\p{L} .,'’/-]{1,50}?)(, ?[\\p{L}.]{3,12} \\d{1,2}|, ?\\d{1,2}\\.? [\\p{L}.]{3,12})?"
              + "( ?\\([^)]{2,40}\\))?\\s*(--?|–|—)\\s");

  private static final int LONGEST_DATELINE = 90;

  private final Tokens tokens;
  private final int datelineEnd;
  private final int leadSentence;

  Layout(Tokens tokens) {
    this.tokens = tokens;
    this.leadSentence = lead(tokens);
    this.datelineEnd = leadSentence < 0 ? -1 : dateline(tokens, leadSentence);
  }

  private static int lead(Tokens tokens) {
    for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
      if (tokens.sentenceField(sentence) != Field.TITLE) {
        return sentence;
      }
    }
    return -1;
  }

  /** The offset in the lead's field where the dateline ends, or -1. */
  private static int dateline(Tokens tokens, int lead) {
    String text = tokens.text(tokens.sentenceField(lead));
    Matcher matcher = DATELINE.matcher(text).region(0, Math.min(text.length(), LONGEST_DATELINE));
    if (!matcher.lookingAt()) {
      return -1;
    }
    String place = matcher.group(1);
    boolean dated = matcher.group(2) != null || matcher.group(3) != null;
    String first = place.split("[ ,]", 2)[0];
    boolean inCapitals = first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT));
    return dated || inCapitals ? matcher.end() : -1;
  }

  boolean isTitle(int token) {
    return tokens.field(token) == Field.TITLE;
  }

  boolean isDateline(int token) {
    return datelineEnd >= 0
        && tokens.field(token) == tokens.sentenceField(leadSentence)
        && tokens.end(token) <= datelineEnd;
  }

  /** Whether the token stands in the first sentence below the headline, behind any dateline. */
  boolean isLead(int token) {
    return !isTitle(token)
        && !isDateline(token)
        && (tokens.sentence(token) == leadSentence || followsDateline(token));
  }

  /** A dateline may have been cut off as a sentence of its own. */
  private boolean followsDateline(int token) {
    return datelineEnd >= 0
        && tokens.sentence(token) == leadSentence + 1
        && tokens.sentenceEnd(leadSentence) <= datelineEnd;
  }

  /** How many sentences stand below the headline. */
  int bodySentences() {
    return leadSentence < 0 ? 0 : tokens.sentenceCount() - leadSentence;
  }

  /** The place of a token's sentence below the headline, from 0; the headline is 0 too. */
  int bodySentence(int token) {
    return leadSentence < 0 ? 0 : Math.max(0, tokens.sentence(token) - leadSentence);
  }
}
