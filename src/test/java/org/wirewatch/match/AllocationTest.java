package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/** Reading and matching an item takes some arrays of its length, and nothing for each token. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int BYTES_A_TOKEN = 100;
  private static final int BYTES_AN_ITEM = 6_000;

  @ParameterizedTest
  @CsvSource({
    "en, The minister's carriers sailed past U.S. ports on Tuesday. ",
    "es, Los ministros cerraron ayer los puertos según dijo él. ",
    "ru, Министры вчера закрыли порты на границе. ",
    "hi, मंत्रियों ने कल बंदरगाह बंद कर दिए। "
  })
  void match_textOfKnownWords_allocatesLessThanTheBoundAToken(String language, String sentence) {
    WatchlistIndex index =
        WatchlistIndex.of(
            BenchmarkCorpus.compiled(
                new BenchmarkCorpus(BenchmarkCorpus.Kind.NAMES).wanted(3_000)));
    List<Item> items = new ArrayList<>();
    for (int length : List.of(40, 400)) {
      items.add(Item.ofText("i", "", sentence.repeat(length)).withLanguage(language));
    }
    items.forEach(item -> match(index, item));

    for (Item item : items) {
      int tokens = Tokenizer.tokenize(item).size();
      long before = THREADS.getCurrentThreadAllocatedBytes();
      match(index, item);
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;

      assertThat(bytes).isLessThan(BYTES_AN_ITEM + (long) tokens * BYTES_A_TOKEN);
    }
  }

  private static void match(WatchlistIndex index, Item item) {
    assertThat(index.match(ItemText.of(item, Tokenizer.tokenize(item))).size()).isNotNegative();
  }
}
