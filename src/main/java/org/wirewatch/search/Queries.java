package org.wirewatch.search;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Says in the index's language what is searched for. Stateless but for the analyser. */
final class Queries {
  private static final Map<String, Float> TEXT_FIELDS =
      Map.of(SearchIndex.TITLE, 2f, SearchIndex.TEXT, 1f);

  private final Analyzer analyzer;

  Queries(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  Query of(SearchQuery query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(query.text().isBlank() ? new MatchAllDocsQuery() : text(query.text()), Occur.MUST);
    any(
        SearchIndex.KIND,
        query.kinds().stream().map(k -> k.toUpperCase(Locale.ROOT)).toList(),
        all);
    any(SearchIndex.ENTRY, query.entries(), all);
    any(SearchIndex.WATCHLIST, query.watchlists(), all);
    any(SearchIndex.PLACE, query.countries(), all);
    any(SearchIndex.SEVERITY, query.severities().stream().map(Enum::name).toList(), all);
    any(SearchIndex.STATUS, query.statuses().stream().map(Enum::name).toList(), all);
    Instant from = query.from();
    Instant to = query.to();
    if (from != null || to != null) {
      all.add(
          LongPoint.newRangeQuery(
              SearchIndex.TIME,
              from == null ? Long.MIN_VALUE : from.toEpochMilli(),
              to == null ? Long.MAX_VALUE : to.toEpochMilli() - 1),
          Occur.FILTER);
    }
    return all.build();
  }

  private static void any(String field, Collection<String> values, BooleanQuery.Builder all) {
    if (values.isEmpty()) {
      return;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String value : values) {
      boolean open = value.endsWith("*");
      String term = open ? value.substring(0, value.length() - 1) : value;
      any.add(
          open ? new PrefixQuery(new Term(field, term)) : new TermQuery(new Term(field, term)),
          Occur.SHOULD);
    }
    all.add(any.build(), Occur.FILTER);
  }

  private Query text(String text) {
    SimpleQueryParser parser = new Words(analyzer);
    parser.setDefaultOperator(Occur.MUST);
    return parser.parse(text);
  }

  /** A word that the analyser takes apart is a phrase of its parts: 领空, U.S., re-opened. */
  private static final class Words extends SimpleQueryParser {
    Words(Analyzer analyzer) {
      super(
          analyzer,
          TEXT_FIELDS,
          AND_OPERATOR
              | NOT_OPERATOR
              | OR_OPERATOR
              | PREFIX_OPERATOR
              | PHRASE_OPERATOR
              | PRECEDENCE_OPERATORS
              | WHITESPACE_OPERATOR);
    }

    @Override
    protected Query newDefaultQuery(String word) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      weights.forEach((field, weight) -> {
        @Nullable Query phrase = createPhraseQuery(field, word);
        if (phrase != null) {
          any.add(new BoostQuery(phrase, weight), Occur.SHOULD);
        }
      });
      return any.build();
    }
  }
}
