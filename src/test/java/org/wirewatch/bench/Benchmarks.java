package org.wirewatch.bench;

import java.util.List;
import org.wirewatch.judge.JudgeAccuracyBench;
import org.wirewatch.match.MatchBench;
import org.wirewatch.match.MillionBench;
import org.wirewatch.story.StoryAccuracyBench;

/** All benchmarks, in the order of the table. */
final class Benchmarks {
  static final List<Bench> ALL =
      List.of(
          new MatchBench(10_000, 20),
          new MatchBench(100_000, 40),
          new MillionBench(),
          new FeedParseBench(),
          new JudgeBench(),
          new JudgeAccuracyBench(),
          new StoryAccuracyBench(),
          new FolderBench(),
          new ReplayBench(),
          new TopologyBench(),
          new LatencyBench(),
          new TellingBench());

  private Benchmarks() {}

  /** Those whose name begins so. */
  static List<Bench> named(String name) {
    return ALL.stream().filter(bench -> bench.name().startsWith(name)).toList();
  }

  static List<String> names() {
    return ALL.stream().map(Bench::name).toList();
  }
}
