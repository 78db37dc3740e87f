package org.wirewatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverIsSettledInWhateverOrder_aRestartFindsExactlyTheRest(long seed) {
    Random random = new Random(seed);
    Progress progress = Progress.NOTHING.get();
    List<Long> unsettled = new ArrayList<>();
    LongStream.range(100, 600)
        .filter(_ -> random.nextInt(10) > 0)
        .forEach(offset -> {
          if (progress.begin(offset, random.nextInt(5) > 0)) {
            unsettled.add(offset);
          }
          if (!unsettled.isEmpty() && random.nextInt(10) > 0) {
            long done = unsettled.remove(random.nextInt(unsettled.size()));
            assertThat(progress.settle(done)).isTrue();
          }
        });

    Progress restarted = Progress.of(progress.committable().orElseThrow());

    OffsetAndMetadata commit = progress.committable().orElseThrow();
    assertThat(commit.metadata().length()).isLessThan(4096);
    assertThat(unsettled).allMatch(offset -> offset >= commit.offset());
    assertThat(unsettled).allMatch(offset -> restarted.begin(offset, true));
  }

  @Test
  void settledOnesAfterAnUnsettledOneAreNotBegunAgain() {
    Progress progress = Progress.NOTHING.get();
    for (long offset = 10; offset < 15; offset++) {
      progress.begin(offset, true);
    }
    progress.settle(11);
    progress.settle(14);

    Progress restarted = Progress.of(progress.committable().orElseThrow());

    assertThat(LongStream.range(10, 15).filter(o -> restarted.begin(o, true)))
        .containsExactly(10L, 12L, 13L);
    assertThat(restarted.committable().orElseThrow().offset()).isEqualTo(10);
  }

  @Test
  void isFull_farBeyondTheFirstUnsettledOne_untilThatIsDone() {
    Progress progress = Progress.NOTHING.get();
    progress.begin(0, true);
    for (long offset = 1; offset < 800; offset++) {
      progress.begin(offset, true);
      progress.settle(offset);
    }

    assertThat(progress.isFull()).isTrue();
    progress.settle(0);
    assertThat(progress.isFull()).isFalse();
    assertThat(progress.committable().orElseThrow()).isEqualTo(new OffsetAndMetadata(800, ""));
  }

  @Test
  void of_metadataOfSomebodyElse_beginsAtTheOffset() {
    Progress progress = Progress.of(new OffsetAndMetadata(7, "by hand"));

    assertThat(progress.begin(7, true)).isTrue();
  }
}
