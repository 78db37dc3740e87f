package org.wirewatch.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.wirewatch.model.Item;

/** Lucene Monitor asked the same questions; its presearcher is the one it is quickest with. */
final class LuceneContender implements AutoCloseable {
  static final String FIELD = "text";

  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
          StandardTokenizer source = new StandardTokenizer();
          return new TokenStreamComponents(
              source, new ASCIIFoldingFilter(new LowerCaseFilter(source)));
        }
      };

  private final Monitor monitor;

  LuceneContender(Collection<MonitorQuery> queries) throws IOException {
    monitor =
        new Monitor(
            analyzer,
            new MultipassTermFilteredPresearcher(4),
            new MonitorConfiguration().setQueryUpdateBufferSize(1_000));
    monitor.register(queries);
  }

  static LuceneContender of(List<BenchmarkCorpus.Wanted> wanted) throws IOException {
    List<MonitorQuery> queries = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      queries.add(new MonitorQuery("q" + i, query(wanted.get(i))));
    }
    return new LuceneContender(queries);
  }

  private static Query query(BenchmarkCorpus.Wanted wanted) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    wanted.any().forEach(phrase -> any.add(phrase(phrase), Occur.SHOULD));
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
    wanted.all().forEach(word -> query.add(phrase(word), Occur.MUST));
    wanted.none().forEach(word -> query.add(phrase(word), Occur.MUST_NOT));
    return query.build();
  }

  static Query phrase(String phrase) {
    String[] words = phrase.split(" ", -1);
    return words.length == 1
        ? new TermQuery(new Term(FIELD, phrase))
        : new PhraseQuery(FIELD, words);
  }

  /** The ids of the queries that match, sorted. */
  List<String> match(Item item) throws IOException {
    Document document = new Document();
    // Our phrases cross no field; a word that nobody asks for keeps Lucene's from doing so.
    document.add(new TextField(FIELD, item.title() + " xqx xqx " + item.body(), Field.Store.NO));
    MatchingQueries<QueryMatch> matching = monitor.match(document, QueryMatch.SIMPLE_MATCHER);
    return matching.getMatches().stream().map(QueryMatch::getQueryId).sorted().toList();
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
