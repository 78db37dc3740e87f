package org.wirewatch.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * One language's way from a lower-case word to its stem: mostly Snowball's, which knows verbs where
 * the light stemmers only know nouns ("cerraron" and "cerrar"). Confined to one thread.
 */
interface Stemmer {
  /** How much longer than the word some stems are, at most. */
  int ROOM = 8;

  /**
   * Puts the stem in the place of a word.
   *
   * @param word the word from 0 on, with {@link #ROOM} behind it
   * @return the length of the stem
   */
  int stem(char[] word, int length);

  static Stemmer of(String language) {
    return switch (language) {
      case "en" -> StemmerRules.english(snowball(new EnglishStemmer()));
      case "es" -> snowball(new SpanishStemmer());
      case "fr" -> StemmerRules.french(snowball(new FrenchStemmer()));
      case "de" -> snowball(new GermanStemmer());
      case "pt" -> snowball(new PortugueseStemmer());
      case "it" -> snowball(new ItalianStemmer());
      case "nl" -> StemmerRules.repeated(snowball(new DutchStemmer()));
      case "pl" -> SuffixStemmer.POLISH;
      case "tr" -> StemmerRules.repeated(snowball(new TurkishStemmer()));
      case "ru" -> snowball(new RussianStemmer());
      case "uk" -> SuffixStemmer.UKRAINIAN;
      case "ar" -> filter(ArabicStemFilter::new);
      case "fa" -> filter(PersianStemFilter::new);
      case "hi" -> filter(HindiStemFilter::new);
      case "id" -> StemmerRules.indonesian(filter(IndonesianStemFilter::new));
      case "sv" -> snowball(new SwedishStemmer());
      case "da" -> snowball(new DanishStemmer());
      case "no" -> snowball(new NorwegianStemmer());
      case "fi" -> snowball(new FinnishStemmer());
      case "hu" -> snowball(new HungarianStemmer());
      case "ro" -> snowball(new RomanianStemmer());
      case "el" -> snowball(new GreekStemmer());
      default -> throw new IllegalArgumentException("no stemmer for " + language);
    };
  }

  private static Stemmer snowball(SnowballStemmer stemmer) {
    return (word, length) -> {
      stemmer.setCurrent(word, length);
      stemmer.stem();
      int left = Math.min(stemmer.getCurrentBufferLength(), length + ROOM);
      System.arraycopy(stemmer.getCurrentBuffer(), 0, word, 0, left);
      return left;
    };
  }

  private static Stemmer filter(Function<TokenStream, TokenStream> stemming) {
    OneWord only = new OneWord();
    TokenStream stemmed = stemming.apply(only);
    CharTermAttribute term = stemmed.getAttribute(CharTermAttribute.class);
    return (word, length) -> {
      only.set(word, length);
      try {
        stemmed.incrementToken();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      int left = Math.min(term.length(), length + ROOM);
      System.arraycopy(term.buffer(), 0, word, 0, left);
      return left;
    };
  }

  /** A stream of one word at a time: Lucene's light stemmers can only be reached through one. */
  final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private char[] word = new char[0];
    private int length;

    void set(char[] next, int nextLength) {
      word = next;
      length = nextLength;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      term.copyBuffer(word, 0, length);
      return true;
    }
  }
}
