package org.wirewatch.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Field;

/**
 * The tokens, sentences and paragraphs of an item, over all its fields in reading order.
 *
 * <p>A struct of arrays: tokens, sentences and alternates are numbers from 0. Offsets are UTF-16,
 * into the field as given, start inclusive, end exclusive. A sentence is in one paragraph, a
 * paragraph in one field. Immutable once made; safe to share between threads.
 *
 * <p>An <em>alternate</em> is a second reading that starts at a token: the word without its Arabic
 * prefix, or the joined whole of a hyphenated one, which then spans several tokens.
 */
public final class Tokens {
  /** Parts the languages in {@link #stemKey}. */
  private static final long STEM_KEY = 0x9E3779B97F4A7C15L;

  private final String[] texts;
  private final @Nullable String language;
  private final TokensBuilder data;
  private int @Nullable [] stemBits;

  Tokens(String[] texts, @Nullable String language, TokensBuilder data) {
    this.texts = texts;
    this.language = language;
    this.data = data;
  }

  public int size() {
    return data.size;
  }

  /** The base language ("pt" of "pt-BR"), as the item says or as detected; null if neither. */
  public @Nullable String language() {
    return language;
  }

  public Field field(int token) {
    return data.sentenceField[data.sentence[token]];
  }

  public int start(int token) {
    return data.start(token);
  }

  public int end(int token) {
    return data.end(token);
  }

  /** The token as written. */
  public String text(int token) {
    return text(data.sentenceField[data.sentence[token]])
        .substring(data.start(token), data.end(token));
  }

  /** The text of a whole field, as given. */
  public String text(Field field) {
    return switch (field) {
      case TITLE -> texts[0];
      case SUMMARY -> texts[1];
      case BODY -> texts[2];
    };
  }

  /** The token folded, see {@link Folding}. */
  public String folded(int token) {
    int from = data.foldStart(token);
    return new String(data.folded, from, data.foldEnd(token) - from);
  }

  /** A folded character, see {@link #foldStart}. */
  public char foldedChar(int at) {
    return data.folded[at];
  }

  /** Where the folded characters of a token start, for {@link #foldedChar}. */
  public int foldStart(int token) {
    return data.foldStart(token);
  }

  /** Where they end, exclusive. */
  public int foldEnd(int token) {
    return data.foldEnd(token);
  }

  /** Whether the token's folded form is {@code folded}; allocates nothing. */
  public boolean is(int token, String folded) {
    int from = data.foldStart(token);
    int length = data.foldEnd(token) - from;
    if (length != folded.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (data.folded[from + i] != folded.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@link Folding#hash} of the folded form. */
  public long hash(int token) {
    return data.hash[token];
  }

  /**
   * {@link Folding#hash} of the stem in the text's language, or {@link #hash} where there is no
   * stemmer; see {@link Stems}.
   */
  public long stemHash(int token) {
    return Stems.hash(this, token);
  }

  /**
   * What stands for the folded form and the stem together, known without stemming: tokens and
   * alternates with the same key have the same of both.
   */
  public long stemKey(int token) {
    if (data.kind[token] == CharTable.PLAIN) {
      return data.hash[token] + stemBits()[Stems.LATIN] * STEM_KEY;
    }
    long hash = Stems.isOfFolded(this, token) ? data.hash[token] : writtenHash(token);
    return hash + Stems.bitOf(this, token) * STEM_KEY;
  }

  /** {@link Stems#bit} of the language that a token's stem is of; 0 where it has no stemmer. */
  public int stemBit(int token) {
    return Stems.bitOf(this, token);
  }

  int[] stemBits() {
    int[] known = stemBits;
    if (known == null) {
      known = Stems.bitsByScript(language);
      stemBits = known;
    }
    return known;
  }

  public LetterCase letterCase(int token) {
    return LetterCase.ofCode(data.letterCase[token]);
  }

  /** Whether the token is a single character of Chinese or Japanese, or a piece of Thai. */
  public boolean isUnspaced(int token) {
    return data.kind[token] >= CharTable.HAN && data.kind[token] != CharTable.HANGUL;
  }

  /** Whether the token is a kana. */
  boolean isKana(int token) {
    return data.kind[token] == CharTable.KANA;
  }

  /** Whether the token is of ASCII letters, so that only their case was folded. */
  boolean isPlain(int token) {
    return data.kind[token] == CharTable.PLAIN;
  }

  public boolean isNumber(int token) {
    return data.kind[token] == CharTable.DIGIT;
  }

  /** Whether there is nothing between this token and the one before it in the same sentence. */
  public boolean touchesPrevious(int token) {
    return token > 0
        && data.sentence[token] == data.sentence[token - 1]
        && data.start(token) == data.end(token - 1);
  }

  public int sentence(int token) {
    return data.sentence[token];
  }

  public int paragraph(int token) {
    return data.sentenceParagraph[data.sentence[token]];
  }

  public int sentenceCount() {
    return data.sentences;
  }

  public Field sentenceField(int sentence) {
    return data.sentenceField[sentence];
  }

  public int sentenceStart(int sentence) {
    return data.sentenceStart[sentence];
  }

  public int sentenceEnd(int sentence) {
    return data.sentenceEnd[sentence];
  }

  public int sentenceParagraph(int sentence) {
    return data.sentenceParagraph[sentence];
  }

  /** The first token of a sentence; every sentence has one. */
  public int firstToken(int sentence) {
    return data.sentenceFirst[sentence];
  }

  /** The last token of a sentence, inclusive. */
  public int lastToken(int sentence) {
    return sentence + 1 < data.sentences ? data.sentenceFirst[sentence + 1] - 1 : data.size - 1;
  }

  public String sentenceText(int sentence) {
    return text(data.sentenceField[sentence])
        .substring(data.sentenceStart[sentence], data.sentenceEnd[sentence]);
  }

  public int alternateCount() {
    return data.alternates;
  }

  /** The token where an alternate starts; alternates are sorted by it. */
  public int alternateToken(int alternate) {
    return data.altToken[alternate];
  }

  /** The last token that an alternate spans, inclusive. */
  public int alternateLast(int alternate) {
    return data.altLast[alternate];
  }

  public long alternateHash(int alternate) {
    return data.altHash[alternate];
  }

  /**
   * Of what a hyphen joins ("e-mails"), the hash of its stem in the language of {@link #stemBit} of
   * its first token; {@link #alternateHash} of all other alternates.
   */
  public long alternateStemHash(int alternate) {
    boolean joined = data.altLast[alternate] > data.altToken[alternate];
    return joined ? Stems.alternateHash(this, alternate) : data.altHash[alternate];
  }

  /** The {@link #stemKey} of an alternate. */
  public long alternateStemKey(int alternate) {
    boolean joined = data.altLast[alternate] > data.altToken[alternate];
    int bit = joined ? Stems.bitOf(this, data.altToken[alternate]) : 0;
    return data.altHash[alternate] + bit * STEM_KEY;
  }

  public String alternateFolded(int alternate) {
    int from = data.altFoldStart[alternate];
    return new String(data.folded, from, data.altFoldEnd[alternate] - from);
  }

  /** Where the folded characters of an alternate start, for {@link #foldedChar}. */
  public int alternateFoldStart(int alternate) {
    return data.altFoldStart[alternate];
  }

  /** Where they end, exclusive. */
  public int alternateFoldEnd(int alternate) {
    return data.altFoldEnd[alternate];
  }

  public int alternateStart(int alternate) {
    return data.altStart[alternate];
  }

  public int alternateEnd(int alternate) {
    return data.altEnd[alternate];
  }

  /** The letter case of an alternate, as of {@link #letterCase}. */
  public LetterCase alternateCase(int alternate) {
    return data.altCase[alternate];
  }

  /** The folded forms of the alternates that start at a token. */
  public List<String> alternates(int token) {
    List<String> found = new ArrayList<>();
    for (int a = 0; a < data.alternates; a++) {
      if (data.altToken[a] == token) {
        found.add(alternateFolded(a));
      }
    }
    return found;
  }

  /** From the first of some tokens to the last, as evidence with the first one's sentence. */
  public Evidence evidence(int first, int last) {
    return evidence(first, data.start(first), data.end(last));
  }

  /** A slice of the field of {@code token}, as evidence with the sentence of that token. */
  public Evidence evidence(int token, int start, int end) {
    int sentence = data.sentence[token];
    return new Evidence(
        sentenceField(sentence),
        start,
        end,
        text(data.sentenceField[sentence]).substring(start, end),
        List.of(data.sentenceStart[sentence], data.sentenceEnd[sentence]));
  }

  /** A hash of the token exactly as written. */
  long writtenHash(int token) {
    String text = text(data.sentenceField[data.sentence[token]]);
    return Folding.hash(text, data.start(token), data.end(token));
  }
}
