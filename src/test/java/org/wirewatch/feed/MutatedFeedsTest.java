package org.wirewatch.feed;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the bytes of a document, reading it gives a result and no exception. */
class MutatedFeedsTest {
  private static final int ROUNDS = 60;

  private final FeedParser parser = new FeedParser(FeedLimits.DEFAULT, _ -> Optional.empty());

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/feeds"))) {
      return files.filter(file -> !file.toString().endsWith(".expected.json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void parse_mutatedBytes_neverThrows(Path file) throws IOException {
    byte[] original = Files.readAllBytes(file);
    Random random = new Random(file.getFileName().toString().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      byte[] body = mutated(original, random);
      assertThatCode(() -> parser.parseAny(body, Feeds.origin()))
          .as("round %d of %s", round, file)
          .doesNotThrowAnyException();
    }
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] body = Arrays.copyOf(original, original.length - random.nextInt(original.length / 2));
    for (int change = random.nextInt(20); change >= 0; change--) {
      int at = random.nextInt(body.length);
      switch (random.nextInt(4)) {
        case 0 -> body[at] = (byte) random.nextInt(256);
        case 1 -> body[at] = (byte) "<>&\"'/![]{}:,;= ".charAt(random.nextInt(16));
        case 2 -> {
          int from = random.nextInt(body.length);
          int length = Math.min(random.nextInt(60), body.length - Math.max(at, from));
          System.arraycopy(body, from, body, at, length);
        }
        default -> body[at] = 0;
      }
    }
    return body;
  }
}
