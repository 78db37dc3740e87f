package org.wirewatch.match;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Field;
import org.wirewatch.text.Compounds;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/**
 * One way to cut a phrase into words: "cease-fire" has two, of two words and of one.
 *
 * @param words as written, and how
 * @param guardsKatakana whether a longer katakana word around it is another word
 */
record Spelling(List<Part> words, Matching.Letters letters, boolean guardsKatakana) {
  /** No phrase has more words; what is longer is refused. */
  static final int LONGEST = 64;

  static final int MOST_SPELLINGS = 16;
  private static final int SHORT_KATAKANA = 4;

  Spelling {
    words = List.copyOf(words);
  }

  /**
   * A word of a phrase.
   *
   * @param pattern whether {@code folded} holds {@code *} and {@code ?}
   */
  record Part(String written, String folded, LetterCase letterCase, boolean pattern) {
    Part(String written, String folded, LetterCase letterCase) {
      this(written, folded, letterCase, false);
    }
  }

  /** The spellings of a phrase; empty where it has no words at all or too many. */
  static List<Spelling> of(String phrase, Matching matching) {
    Tokens tokens = Tokenizer.tokenize(phrase, language(matching.languages()));
    List<Spelling> found = new ArrayList<>();
    if (tokens.size() > 0 && tokens.size() <= LONGEST) {
      spell(tokens, 0, List.of(), matching.letters(), found);
    }
    return found;
  }

  /** This without the letters that {@link #accepts} does not ask for, so that many are equal. */
  Spelling bare() {
    boolean exact = letters == Matching.Letters.EXACT;
    return new Spelling(
        words.stream()
            .map(part -> new Part(exact ? part.written : "", "", part.letterCase, part.pattern))
            .toList(),
        letters,
        guardsKatakana);
  }

  /** Writes what {@link #bare} leaves. */
  void write(DataOutput out) throws IOException {
    Packed.write(letters.name(), out);
    out.writeBoolean(guardsKatakana);
    out.writeByte(words.size());
    for (Part part : words) {
      Packed.write(part.letterCase.name(), out);
      Packed.write(part.written, out);
    }
  }

  static Spelling read(ByteBuffer in) {
    Matching.Letters letters = Matching.Letters.valueOf(Packed.readText(in));
    boolean guards = in.get() != 0;
    int size = in.get();
    List<Part> words = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      LetterCase letterCase = LetterCase.valueOf(Packed.readText(in));
      words.add(new Part(Packed.readText(in), "", letterCase));
    }
    return new Spelling(words, letters, guards);
  }

  private static @Nullable String language(Set<String> languages) {
    return languages.size() == 1 ? languages.iterator().next() : null;
  }

  private static void spell(
      Tokens tokens, int at, List<Part> before, Matching.Letters letters, List<Spelling> found) {
    if (found.size() == MOST_SPELLINGS) {
      return;
    }
    if (at == tokens.size()) {
      found.add(new Spelling(before, letters, isShortKatakana(before)));
      return;
    }
    Part plain = new Part(tokens.text(at), tokens.folded(at), tokens.letterCase(at));
    spell(tokens, at + 1, with(before, plain), letters, found);
    for (int a = 0; a < tokens.alternateCount(); a++) {
      if (tokens.alternateToken(a) == at && tokens.alternateLast(a) > at) {
        String written =
            tokens.text(Field.TITLE).substring(tokens.alternateStart(a), tokens.alternateEnd(a));
        Part joined = new Part(written, tokens.alternateFolded(a), tokens.alternateCase(a));
        spell(tokens, tokens.alternateLast(a) + 1, with(before, joined), letters, found);
      }
    }
    if (letters == Matching.Letters.ANY) {
      spellCompound(tokens, at, before, found);
    }
  }

  /** "ceasefire" as two words, and the two as one. */
  private static void spellCompound(
      Tokens tokens, int at, List<Part> before, List<Spelling> found) {
    String word = tokens.folded(at);
    String first = Compounds.firstPart(word);
    if (first != null) {
      List<Part> parted = with(before, lower(first));
      parted.add(lower(word.substring(first.length())));
      spell(tokens, at + 1, parted, Matching.Letters.ANY, found);
    }
    // What a hyphen joins is an alternate already.
    boolean two = at + 1 < tokens.size() && isSpace(tokens, at);
    if (two && Compounds.join(word, tokens.folded(at + 1))) {
      List<Part> joined = with(before, lower(word + tokens.folded(at + 1)));
      spell(tokens, at + 2, joined, Matching.Letters.ANY, found);
    }
  }

  private static boolean isSpace(Tokens tokens, int at) {
    return tokens.text(Field.TITLE).charAt(tokens.end(at)) == ' ';
  }

  private static Part lower(String folded) {
    return new Part(folded, folded, LetterCase.LOWER);
  }

  private static List<Part> with(List<Part> before, Part part) {
    List<Part> all = new ArrayList<>(before);
    all.add(part);
    return all;
  }

  private static boolean isShortKatakana(List<Part> words) {
    return words.size() <= SHORT_KATAKANA
        && words.stream().allMatch(part -> isKatakana(part.folded().charAt(0)));
  }

  /** Whether the words of this found at {@code path} are written as this asks. */
  boolean accepts(Tokens tokens, Readings readings, Path path) {
    for (int i = 0; i < words.size() && letters != Matching.Letters.ANY; i++) {
      Part part = words.get(i);
      if (!fits(part, tokens, readings, path.token(i), path.reading(i))) {
        return false;
      }
    }
    return !guardsKatakana || standsAlone(tokens, path);
  }

  private boolean fits(Part part, Tokens tokens, Readings readings, int token, int reading) {
    LetterCase written = readings.letterCase(token, reading);
    return switch (letters) {
      case ANY -> true;
      case NAME -> isName(part.letterCase, written);
      case EXACT -> isAsWritten(part, tokens, readings, token, reading);
      case CAPITALS -> written != LetterCase.LOWER && written != LetterCase.NONE;
      case ALL_CAPITALS -> written == LetterCase.ALL_CAPS || isOneCapital(tokens, token, written);
      case NO_CAPITALS -> written == LetterCase.LOWER || written == LetterCase.NONE;
    };
  }

  private static boolean isOneCapital(Tokens tokens, int token, LetterCase written) {
    return written == LetterCase.CAPITALISED && tokens.end(token) - tokens.start(token) == 1;
  }

  private static boolean isName(LetterCase asked, LetterCase written) {
    return switch (asked) {
      case NONE, LOWER -> true;
      case CAPITALISED, MIXED -> written.mayBeName();
      case ALL_CAPS -> written == LetterCase.ALL_CAPS || written == LetterCase.NONE;
    };
  }

  private static boolean isAsWritten(
      Part part, Tokens tokens, Readings readings, int token, int reading) {
    if (part.pattern) {
      return true;
    }
    int start = readings.start(token, reading);
    int end = readings.end(token, reading);
    return end - start == part.written.length()
        && tokens.text(tokens.field(token)).startsWith(part.written, start);
  }

  private boolean standsAlone(Tokens tokens, Path path) {
    int first = path.token(0);
    int next = path.token(words.size() - 1) + 1;
    boolean joinedBefore =
        tokens.touchesPrevious(first) && isKatakana(tokens.folded(first - 1).charAt(0));
    boolean joinedAfter =
        next < tokens.size()
            && tokens.touchesPrevious(next)
            && isKatakana(tokens.folded(next).charAt(0));
    return !joinedBefore && !joinedAfter;
  }

  private static boolean isKatakana(char c) {
    return (c >= '\u30A1' && c <= '\u30FA') || c == '\u30FC';
  }
}
