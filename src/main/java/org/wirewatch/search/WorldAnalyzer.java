package org.wirewatch.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Makes terms of text in whatever language: words at the borders of UAX #29, without case and
 * accents, Arabic without its articles. Chinese and Japanese characters are a term each, Korean
 * ones go by pairs, so that a word there is a phrase and is found wherever it stands.
 */
final class WorldAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream terms = new IndicNormalizationFilter(normalize(field, words));
    terms = new ArabicStemFilter(terms);
    return new TokenStreamComponents(words, new CJKBigramFilter(terms, CJKBigramFilter.HANGUL));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream words) {
    TokenStream terms = new LowerCaseFilter(new CJKWidthFilter(words));
    terms = new DecimalDigitFilter(terms);
    terms = new PersianNormalizationFilter(new ArabicNormalizationFilter(terms));
    return new ASCIIFoldingFilter(terms);
  }
}
