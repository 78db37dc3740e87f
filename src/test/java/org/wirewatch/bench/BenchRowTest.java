package org.wirewatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;

class BenchRowTest {
  private static final BenchRow RATE = BenchRow.of("match-10k", 27_123.4, "items/s");

  @Test
  void against_aSlowerPeer_hasTheRatioAndKeepsTheBudget() {
    BenchRow row = RATE.against("Lucene Monitor 10.3", 1_000, 20.0);

    assertThat(row.value()).isEqualTo(27_100);
    assertThat(row.ratio()).isEqualTo(27.1);
    assertThat(row.ok()).isTrue();
    assertThat(RATE.against("Lucene Monitor 10.3", 2_000, 20.0).ok()).isFalse();
  }

  @Test
  void within_aRateIsALeastAndAnythingElseAMost() {
    assertThat(BenchRow.within(3_000, "judge", 3_500, "items/s").ok()).isTrue();
    assertThat(BenchRow.within(3_000, "judge", 2_500, "items/s").ok()).isFalse();
    assertThat(BenchRow.within(1, "match-1m-p99", 0.4, "ms").ok()).isTrue();
    assertThat(BenchRow.within(1, "match-1m-p99", 1.4, "ms").ok()).isFalse();
  }

  @Test
  void json_conformsToItsSchema() {
    for (BenchRow row : List.of(RATE, RATE.against("peer", 3, null))) {
      assertThat(Conforms.faults("bench-row", Json.mapper().writeValueAsString(row))).isEmpty();
    }
  }

  @Test
  void table_isAligned() {
    List<BenchRow> rows =
        List.of(RATE.against("ROME 2.1", 1_234, 8.0), BenchRow.within(1, "p99", 0.251, "ms"));

    assertThat(BenchTable.of(rows).lines().mapToInt(String::length).distinct().count())
        .isEqualTo(1);
    assertThat(BenchTable.of(rows)).contains("27,100 items/s", "≥ 8x", "0.251 ms", "≤ 1");
  }

  @Test
  void names_partOfAName_takesAllThatBeginSo() {
    assertThat(Benchmarks.named("match-1")).extracting(Bench::name).contains("match-1m");
    assertThat(Benchmarks.named("nothing")).isEmpty();
    assertThat(Benchmarks.names()).doesNotHaveDuplicates();
  }
}
