package org.wirewatch.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/**
 * Reading an item takes a few arrays of its length, which its tokens are kept in; matching it takes
 * nothing that grows with it. Neither takes anything for a token.
 */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A copy of the text and its folded form take 4; tokens 30, each of 3 characters or more. */
  private static final int BYTES_A_CHARACTER = 16;

  private static final int BYTES_AN_ITEM = 8_000;
  private static final int BYTES_A_MATCHING = 1_100;

  /** Of both together, as it was before matching took nothing. */
  private static final int BYTES_A_TOKEN = 100;

  private static final int BYTES_OF_BOTH = 6_000;

  private static final List<Integer> LENGTHS = List.of(40, 400, 1_000);

  private final WatchlistIndex index =
      WatchlistIndex.of(
          BenchmarkCorpus.compiled(new BenchmarkCorpus(BenchmarkCorpus.Kind.NAMES).wanted(3_000)));

  @ParameterizedTest
  @CsvSource({
    "en, The minister's carriers sailed past U.S. ports on Tuesday. ",
    "es, Los ministros cerraron ayer los puertos según dijo él. ",
    "ru, Министры вчера закрыли порты на границе. ",
    "hi, मंत्रियों ने कल बंदरगाह बंद कर दिए। "
  })
  void readAndMatched_textOfKnownWords_allocatesNothingAToken(String language, String sentence) {
    List<Item> items =
        LENGTHS.stream()
            .map(times -> Item.ofText("i", "", sentence.repeat(times)).withLanguage(language))
            .toList();
    items.forEach(item -> match(ItemText.of(item, Tokenizer.tokenize(item))));

    for (Item item : items) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      Tokens tokens = Tokenizer.tokenize(item);
      long read = THREADS.getCurrentThreadAllocatedBytes();
      match(ItemText.of(item, tokens));
      long matched = THREADS.getCurrentThreadAllocatedBytes();

      long characters = item.body().length();
      assertThat(read - before).isLessThan(BYTES_AN_ITEM + characters * BYTES_A_CHARACTER);
      assertThat(matched - read).isLessThan(BYTES_A_MATCHING);
      assertThat(matched - before).isLessThan(BYTES_OF_BOTH + (long) tokens.size() * BYTES_A_TOKEN);
    }
  }

  private void match(ItemText text) {
    assertThat(index.match(text).size()).isNotNegative();
  }
}
