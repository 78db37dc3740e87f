package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/** What Lucene Monitor and the index both understand, they find alike. */
class MonitorDifferentialTest {
  @Test
  void match_phrasesAndExclusions_equalsLuceneMonitor() throws IOException {
    BenchmarkCorpus corpus = new BenchmarkCorpus(BenchmarkCorpus.Kind.WORDS);
    List<BenchmarkCorpus.Wanted> wanted = corpus.wanted(2_000);
    WatchlistIndex index = WatchlistIndex.of(BenchmarkCorpus.compiled(wanted));
    int matches = 0;
    try (LuceneContender lucene = LuceneContender.of(wanted)) {
      for (Item item : corpus.items(50)) {
        List<String> ours =
            index.match(ItemText.of(item, Tokenizer.tokenize(item))).stream()
                .map(QueryMatch::id)
                .toList();
        assertThat(ours).isEqualTo(lucene.match(item));
        matches += ours.size();
      }
    }
    assertThat(matches).isPositive();
  }
}
