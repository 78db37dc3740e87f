package org.wirewatch.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.wirewatch.model.Item;

/**
 * Lucene Monitor asked the same questions; its presearcher is the one it is quickest with. Its
 * analyzer does what ours does for the text at hand and no more: no offsets, sentences or other
 * readings of a word.
 */
final class LuceneContender implements AutoCloseable {
  static final String FIELD = "text";

  private final Monitor monitor;

  /** With an analyzer that knows no inflection. */
  LuceneContender(Collection<MonitorQuery> queries) throws IOException {
    this(queries, analyzer(false));
  }

  private LuceneContender(Collection<MonitorQuery> queries, Analyzer analyzer) throws IOException {
    monitor =
        new Monitor(
            analyzer,
            new MultipassTermFilteredPresearcher(4),
            new MonitorConfiguration().setQueryUpdateBufferSize(1_000));
    monitor.register(queries);
  }

  private static Analyzer analyzer(boolean english) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        StandardTokenizer source = new StandardTokenizer();
        TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(source));
        return new TokenStreamComponents(
            source,
            english
                ? new SnowballFilter(new EnglishPossessiveFilter(folded), new EnglishStemmer())
                : folded);
      }
    };
  }

  /** With the stemmer that ours has for English. */
  static LuceneContender of(List<BenchmarkCorpus.Wanted> wanted) throws IOException {
    Analyzer english = analyzer(true);
    QueryBuilder builder = new QueryBuilder(english);
    List<MonitorQuery> queries = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      queries.add(new MonitorQuery("q" + i, query(wanted.get(i), builder)));
    }
    return new LuceneContender(queries, english);
  }

  private static Query query(BenchmarkCorpus.Wanted wanted, QueryBuilder builder) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    wanted.any().forEach(phrase -> any.add(phrase(phrase, builder), Occur.SHOULD));
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
    wanted.all().forEach(word -> query.add(phrase(word, builder), Occur.MUST));
    wanted.none().forEach(word -> query.add(phrase(word, builder), Occur.MUST_NOT));
    return query.build();
  }

  private static Query phrase(String phrase, QueryBuilder builder) {
    Query query = builder.createPhraseQuery(FIELD, phrase);
    if (query == null) {
      throw new IllegalArgumentException("no word in " + phrase);
    }
    return query;
  }

  /** The ids of the queries that match, sorted. */
  List<String> match(Item item) throws IOException {
    // Our phrases cross no field; a word that nobody asks for keeps Lucene's from doing so.
    return match(item.title() + " xqx xqx " + item.body());
  }

  List<String> match(String text) throws IOException {
    Document document = new Document();
    document.add(new TextField(FIELD, text, Field.Store.NO));
    MatchingQueries<QueryMatch> matching = monitor.match(document, QueryMatch.SIMPLE_MATCHER);
    return matching.getMatches().stream().map(QueryMatch::getQueryId).sorted().toList();
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
