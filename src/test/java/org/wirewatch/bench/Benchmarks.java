package org.wirewatch.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.judge.JudgeAccuracyBench;
import org.wirewatch.match.GivenMatchBench;
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

  /** Those whose name begins so, with a corpus the ones that match over it too. */
  static List<Bench> named(String name, @Nullable Path corpus) {
    Stream<Bench> given =
        corpus == null
            ? Stream.of()
            : Stream.of(new GivenMatchBench(10_000, corpus), new GivenMatchBench(100_000, corpus));
    return Stream.concat(ALL.stream(), given)
        .filter(bench -> bench.name().startsWith(name))
        .toList();
  }

  /** Those whose name begins so. */
  static List<Bench> named(String name) {
    return named(name, null);
  }

  static List<String> names() {
    return ALL.stream().map(Bench::name).toList();
  }
}
