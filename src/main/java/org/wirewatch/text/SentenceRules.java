package org.wirewatch.text;

import static org.wirewatch.text.CharTable.kind;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a sentence ends: which full stops end one, and which only end an abbreviation. */
final class SentenceRules {
  /** Never the last word of a sentence: what they abbreviate stands before a name. */
  private static final Set<String> TITLES =
      words(
          "mr mrs ms dr prof gen sen rep gov lt col sgt capt cmdr maj adm brig cpl pte pvt hon rev st"
              + " ste ft mt messrs pres supt insp det dep amb sec asst sr sra sres dra srta hr fr mme mlle"
              + " mgr me dott ing avv sig vs eg ie cf al approx ca bzw nr str bzgl ggf usw sog vgl art fig"
              + " pp eds esp proc fl ул им св акад проф гр тов стр вул ім гл ген кн płk gen ks inż np tj ust"
              + " mec doç av yrd örn bkz dhr mevr drs jhr mej");

  /** May end a sentence; taken to do so before a word that begins many. */
  private static final Set<String> SHORT =
      words(
          "inc corp co ltd etc jr bros plc llc jan feb mar apr jun jul aug sept sep oct nov dec mon"
              + " tue tues wed thu thur thurs fri sat sun am pm est no num vol p г гг в вв руб тыс млн"
              + " млрд др пр");

  /** Capitalised words that follow an abbreviation almost only where a sentence starts. */
  private static final Set<String> STARTERS =
      words(
          "the a an in on at it its he she they we i you but and or so his her their our this that"
              + " these those there here as for if when while where who why how what after before since"
              + " until although though however meanwhile also both most many some several no not by from"
              + " with to under during despite according earlier later last is are was were el la los las"
              + " le les der die das il lo gli o os as в на и но он она они это по из");

  /** Languages that put a full stop after an ordinal number. */
  private static final Set<String> DOTTED_ORDINALS =
      Set.of(
          "de", "da", "no", "cs", "sk", "sl", "hr", "sr", "pl", "hu", "fi", "et", "lv", "tr", "is");

  private static final int LONGEST_ABBREVIATION = 6;

  private final char[] text;
  private final boolean dottedOrdinals;

  SentenceRules(char[] text, @Nullable String language) {
    this.text = text;
    this.dottedOrdinals = language != null && DOTTED_ORDINALS.contains(language);
  }

  /**
   * The end of the sentence that the terminator at {@code at} ends, closing quotes and brackets
   * included; -1 where it ends none.
   */
  int end(int at, TokensBuilder out, int sentenceFirst) {
    if (out.size == sentenceFirst) {
      return -1;
    }
    int after = afterTerminators(at);
    int end = afterClosers(after);
    if (!isSpacedTerminator(text[at])) {
      return end;
    }
    if (end < text.length && !TokenScanner.isSpace(text[end]) && !isLineEnd(end)) {
      return isUnspaced(kind(text[end])) ? end : -1;
    }
    int next = nextLetter(end);
    if (next < 0) {
      return end;
    }
    if (kind(text[next]) == CharTable.LOWER) {
      return -1;
    }
    boolean stop = text[at] == '.' && after == at + 1 && out.end(out.size - 1) == at;
    return stop && abbreviates(out, next) ? -1 : end;
  }

  /** Whether dotted initials that end at {@code end} also end a sentence. */
  boolean endsAfterInitials(int end) {
    int closed = afterClosers(end);
    if (closed < text.length && !TokenScanner.isSpace(text[closed])) {
      return false;
    }
    int next = nextLetter(closed);
    return next >= 0 && kind(text[next]) == CharTable.UPPER && STARTERS.contains(wordAt(next));
  }

  int afterTerminators(int at) {
    int after = at + 1;
    while (after < text.length && kind(text[after]) == CharTable.TERMINATOR) {
      after++;
    }
    return after;
  }

  private int afterClosers(int at) {
    int after = at;
    while (after < text.length
        && "\"'\u201D\u2019\u00BB)]\u300D\u300F\uFF09\u3011\u203A".indexOf(text[after]) >= 0) {
      after++;
    }
    return after;
  }

  /** The position of the next letter or digit on this line, behind opening marks; -1 if none. */
  private int nextLetter(int from) {
    for (int i = from; i < text.length && !isLineEnd(i); i++) {
      byte kind = kind(text[i]);
      if (CharTable.isWord(kind) || (kind >= CharTable.HAN && kind <= CharTable.COMPLEX)) {
        return i;
      }
    }
    return -1;
  }

  private boolean abbreviates(TokensBuilder out, int next) {
    int last = out.size - 1;
    int length = out.end(last) - out.start(last);
    if (out.kind[last] == CharTable.DIGIT) {
      return dottedOrdinals && length <= 2;
    }
    boolean initial = length == 1 && kind(text[out.start(last)]) == CharTable.UPPER;
    if (initial) {
      return !STARTERS.contains(wordAt(next));
    }
    if (length > LONGEST_ABBREVIATION) {
      return false;
    }
    String word = new String(text, out.start(last), length).toLowerCase(Locale.ROOT);
    return TITLES.contains(word) || (SHORT.contains(word) && shortGoesOn(word, next));
  }

  private boolean shortGoesOn(String word, int next) {
    boolean number = kind(text[next]) == CharTable.DIGIT;
    if (word.equals("no") || word.equals("p")) {
      return number;
    }
    return number || !STARTERS.contains(wordAt(next));
  }

  private String wordAt(int from) {
    int end = from;
    while (end < text.length && CharTable.isWord(kind(text[end]))) {
      end++;
    }
    return new String(text, from, end - from).toLowerCase(Locale.ROOT);
  }

  private boolean isLineEnd(int at) {
    return kind(text[at]) == CharTable.NEWLINE;
  }

  private static boolean isSpacedTerminator(char c) {
    return c == '.'
        || c == '!'
        || c == '?'
        || c == '\u2026'
        || c == '\u0589'
        || c == '\u061F'
        || c == '\u06D4';
  }

  private static boolean isUnspaced(byte kind) {
    return kind == CharTable.HAN || kind == CharTable.KANA;
  }

  private static Set<String> words(String list) {
    return Set.copyOf(Arrays.asList(list.split(" ")));
  }
}
