package org.wirewatch.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.json.Json;
import org.wirewatch.model.Severity;

/**
 * The index on disk. Written by one thread, searched by any number.
 *
 * <p>What was written is found after {@link #refresh}, and survives a crash after {@link #commit}.
 */
final class SearchIndex implements AutoCloseable {
  static final String KEY = "key";
  static final String KIND = "kind";
  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String ENTRY = "entry";
  static final String WATCHLIST = "watchlist";
  static final String PLACE = "place";
  static final String STATUS = "status";
  static final String SEVERITY = "severity";
  static final String TIME = "time";
  private static final String KEPT = "kept";
  private static final String JSON = "json";

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

  /** Lucene tells whoever reads the console of an incubating JDK module that it does without. */
  private static final java.util.logging.Logger HINTS =
      java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization");

  static {
    HINTS.setLevel(java.util.logging.Level.SEVERE);
  }

  private static final double BUFFER_MB = 8;

  /** What an index is made by; changed with every field and with the analyser. */
  private static final String VERSION = "2";

  private static final String VERSION_KEY = "version";
  private static final Sort NEWEST_FIRST =
      new Sort(new SortField(TIME, SortField.Type.LONG, true), SortField.FIELD_DOC);
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(TIME, SortField.Type.LONG, true));

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Queries queries;
  private final Map<String, String> progress;

  private SearchIndex(FSDirectory directory, WorldAnalyzer analyzer) throws IOException {
    this.directory = directory;
    this.queries = new Queries(analyzer);
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setRAMBufferSizeMB(BUFFER_MB);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setCommitOnClose(false);
    this.writer = new IndexWriter(directory, config);
    this.searchers = new SearcherManager(writer, null);
    this.progress = new HashMap<>();
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      data.forEach(e -> progress.put(e.getKey(), e.getValue()));
    }
  }

  /**
   * Opens the index of a folder. One that is not there, broken or of another version is begun anew.
   *
   * @throws IOException if the folder cannot be written
   */
  static SearchIndex open(Path folder) throws IOException {
    try {
      SearchIndex index = new SearchIndex(FSDirectory.open(folder), new WorldAnalyzer());
      String version = index.progress.get(VERSION_KEY);
      if (VERSION.equals(version) || (version == null && index.writer.getDocStats().numDocs == 0)) {
        return index;
      }
      index.close();
    } catch (LockObtainFailedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      LOG.atWarn()
          .addKeyValue("folder", folder)
          .log("the search index cannot be read and is built anew: {}", e.toString());
    }
    delete(folder);
    return new SearchIndex(FSDirectory.open(folder), new WorldAnalyzer());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What the last commit said of how far the index was fed; empty for a new index. */
  Map<String, String> progress() {
    return Map.copyOf(progress);
  }

  /** Forgets everything. */
  void clear() throws IOException {
    writer.deleteAll();
    progress.clear();
  }

  /** Puts something in, in the place of what had its key. */
  void put(Indexed indexed) throws IOException {
    Document document = new Document();
    document.add(new StringField(KEY, indexed.key(), Field.Store.NO));
    document.add(new StringField(KIND, indexed.kind().name(), Field.Store.NO));
    document.add(new TextField(TITLE, indexed.title(), Field.Store.NO));
    document.add(new TextField(TEXT, indexed.text(), Field.Store.NO));
    words(document, ENTRY, indexed.entries().stream());
    words(document, WATCHLIST, indexed.watchlists().stream());
    words(document, PLACE, indexed.places().stream());
    words(document, STATUS, indexed.statuses().stream().map(Enum::name));
    Severity severity = indexed.severity();
    words(document, SEVERITY, severity == null ? Stream.empty() : Stream.of(severity.name()));
    document.add(new LongPoint(TIME, indexed.time().toEpochMilli()));
    document.add(new NumericDocValuesField(TIME, indexed.time().toEpochMilli()));
    document.add(new LongPoint(KEPT, indexed.kept().toEpochMilli()));
    document.add(new StoredField(JSON, Json.mapper().writeValueAsBytes(indexed)));
    writer.updateDocument(new Term(KEY, indexed.key()), document);
  }

  private static void words(Document document, String field, Stream<String> values) {
    values.forEach(v -> document.add(new StringField(field, v, Field.Store.NO)));
  }

  /** Drops what was written to its topic before {@code oldest}. */
  void drop(Indexed.Kind kind, Instant oldest) throws IOException {
    BooleanQuery.Builder old = new BooleanQuery.Builder();
    old.add(new TermQuery(new Term(KIND, kind.name())), Occur.FILTER);
    old.add(LongPoint.newRangeQuery(KEPT, Long.MIN_VALUE, oldest.toEpochMilli() - 1), Occur.FILTER);
    writer.deleteDocuments(old.build());
  }

  /** Lets what was written so far be found. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Makes what was written so far last, together with how far that is. */
  void commit(Map<String, String> newProgress) throws IOException {
    Map<String, String> data = new HashMap<>(newProgress);
    data.put(VERSION_KEY, VERSION);
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    progress.clear();
    progress.putAll(data);
  }

  /** What has that key; null where nothing has. */
  @Nullable Indexed find(String key) throws IOException {
    List<Indexed> found = top(new TermQuery(new Term(KEY, key)), 1, NEWEST_FIRST);
    return found.isEmpty() ? null : found.getFirst();
  }

  /**
   * What was found.
   *
   * @param total how many there are, beyond the limit too
   */
  record Found(int total, List<Indexed> top) {}

  Found search(SearchQuery query) throws IOException {
    Query wanted = queries.of(query);
    return new Found(
        count(wanted), top(wanted, query.limit(), query.newestFirst() ? NEWEST_FIRST : BEST_FIRST));
  }

  private int count(Query query) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.count(query);
    } finally {
      searchers.release(searcher);
    }
  }

  private List<Indexed> top(Query query, int limit, Sort sort) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      TopDocs top = searcher.search(query, limit, sort);
      List<Indexed> found = new ArrayList<>();
      for (ScoreDoc hit : top.scoreDocs) {
        BytesRef json = searcher.storedFields().document(hit.doc).getBinaryValue(JSON);
        found.add(Json.mapper().readValue(json.bytes, json.offset, json.length, Indexed.class));
      }
      return found;
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
