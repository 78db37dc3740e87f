package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wirewatch.model.Field;
import org.wirewatch.model.Item;
import org.wirewatch.pack.Organisation;
import org.wirewatch.pack.Organisations;
import org.wirewatch.text.Tokens;

/**
 * Finds agencies that are credited without a word of reporting: in the byline, in brackets at the
 * beginning or end of a text ("(AFP)", "/TASS/", "[ロイター]"), in a line of their own there ("With
 * files from AP", "Source: Xinhua"), and behind the dash of a headline ("… - Reuters").
 */
final class Credits {
  /** A credit stands so near to the beginning. */
  private static final int OPENING = 90;

  private static final int LONGEST_BRACKET = 48;
  private static final int LONGEST_LINE = 6;

  /** Of a Chinese dateline: 新华社北京3月2日电. */
  private static final int LONGEST_WIRE_HEAD = 24;

  private static final String OPENERS = "([【（［<「/";
  private static final String CLOSERS = ")]】）］>」/";
  private static final String STOPS = ".!?。؟！？।";
  private static final String DASHES = "-–—|";

  private static final Pattern BETWEEN_AUTHORS =
      Pattern.compile("[,/|;&·•+()]|\\b(?:and|und|et|y|e|via|with|mit|avec|con|com)\\b");

  private static final Pattern FILLER =
      Pattern.compile("(?iu)^(?:by|von|par|por|di|source:?|staff)\\s+|\\s+(?:staff|agency)$");

  private final Tokens tokens;

  Credits(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The organisations that the byline consists of, wholly or beside people. */
  static List<Organisation> byline(Item item, Organisations organisations) {
    List<Organisation> credited = new ArrayList<>();
    for (String author : item.authors()) {
      for (String part : BETWEEN_AUTHORS.split(author, -1)) {
        String name = FILLER.matcher(part.strip()).replaceAll("").strip();
        organisations.named(name).ifPresent(credited::add);
      }
    }
    return credited;
  }

  /** Whether the name stands where an agency is credited. */
  boolean isCredited(Span span, Organisation outlet) {
    if (tokens.field(span.first()) == Field.TITLE) {
      return endsHeadline(span);
    }
    if (outlet.kind() != Organisation.Kind.AGENCY) {
      return false;
    }
    boolean opens = opens(span);
    boolean closes = closes(span);
    return ((opens || closes) && (isBracketed(span) || isAlone(span)))
        || (opens && (isWireHead(span) || endsDateline(span)));
  }

  private boolean endsHeadline(Span span) {
    String title = tokens.text(Field.TITLE);
    boolean last = title.substring(tokens.end(span.last())).strip().isEmpty();
    String before = title.substring(0, tokens.start(span.first())).stripTrailing();
    boolean behindDash =
        !before.isEmpty()
            && DASHES.indexOf(before.charAt(before.length() - 1)) >= 0
            && before.length() < tokens.start(span.first());
    return last && behindDash;
  }

  private boolean opens(Span span) {
    return tokens.start(span.first()) < OPENING;
  }

  /** Whether its sentence is the last of its field. */
  private boolean closes(Span span) {
    int sentence = tokens.sentence(span.last());
    return sentence + 1 == tokens.sentenceCount()
        || tokens.sentenceField(sentence + 1) != tokens.sentenceField(sentence);
  }

  private boolean isBracketed(Span span) {
    String text = tokens.text(tokens.field(span.first()));
    int from = tokens.start(span.first()) - 1;
    int to = tokens.end(span.last());
    int least = Math.max(0, from - LONGEST_BRACKET);
    int most = Math.min(text.length(), to + LONGEST_BRACKET);
    while (from >= least && OPENERS.indexOf(text.charAt(from)) < 0) {
      if (CLOSERS.indexOf(text.charAt(from)) >= 0 || text.charAt(from) == '\n') {
        return false;
      }
      from--;
    }
    while (to < most && CLOSERS.indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return from >= least && to < most && to - from <= LONGEST_BRACKET;
  }

  /** In a line of few words, at the end or before more. */
  private boolean isAlone(Span span) {
    int sentence = tokens.sentence(span.first());
    int words = tokens.lastToken(sentence) - tokens.firstToken(sentence) + 1;
    int own = span.last() - span.first();
    return words - own <= LONGEST_LINE
        && tokens.sentenceCount() > 2
        && !isWholeText(sentence)
        && (!isStopped(sentence) || isParagraph(sentence));
  }

  private boolean isStopped(int sentence) {
    String text = tokens.text(tokens.sentenceField(sentence));
    String line = text.substring(tokens.sentenceStart(sentence), tokens.sentenceEnd(sentence));
    String bare = line.stripTrailing();
    return !bare.isEmpty() && STOPS.indexOf(bare.charAt(bare.length() - 1)) >= 0;
  }

  private boolean isParagraph(int sentence) {
    int paragraph = tokens.sentenceParagraph(sentence);
    return (sentence == 0 || tokens.sentenceParagraph(sentence - 1) != paragraph)
        && (sentence + 1 == tokens.sentenceCount()
            || tokens.sentenceParagraph(sentence + 1) != paragraph);
  }

  private boolean isWholeText(int sentence) {
    Field field = tokens.sentenceField(sentence);
    boolean first = sentence == 0 || tokens.sentenceField(sentence - 1) != field;
    boolean last =
        sentence + 1 == tokens.sentenceCount() || tokens.sentenceField(sentence + 1) != field;
    return first && last;
  }

  private boolean isWireHead(Span span) {
    String text = tokens.text(tokens.field(span.first()));
    if (!text.substring(0, tokens.start(span.first())).isBlank()) {
      return false;
    }
    int end = tokens.end(span.last());
    String head = text.substring(end, Math.min(text.length(), end + LONGEST_WIRE_HEAD));
    return head.indexOf('电') >= 0 || head.indexOf('電') >= 0;
  }

  /** "МОСКВА, 2 марта — РИА Новости." */
  private boolean endsDateline(Span span) {
    String text = tokens.text(tokens.field(span.first()));
    String before = text.substring(0, tokens.start(span.first())).stripTrailing();
    int end = tokens.end(span.last());
    return !before.isEmpty()
        && DASHES.indexOf(before.charAt(before.length() - 1)) >= 0
        && end < text.length()
        && text.charAt(end) == '.';
  }
}
