package org.wirewatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every document in {@code feeds/}, named by its quirk, gives what stands beside it. {@code
 * -Dgolden.rewrite=true} writes the answers anew; read the diff before you keep it.
 */
class GoldenFeedsTest {
  private static final Path FOLDER = Path.of("src/test/resources/feeds");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Origin ORIGIN =
      new Origin(
          "https://origin.example/feeds/a.xml",
          Map.of(),
          Instant.parse("2026-11-22T12:00:00Z"),
          null);

  @TestFactory
  List<DynamicTest> documents() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.toString().endsWith(".expected.json"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) {
    FeedParser parser = new FeedParser(FeedLimits.DEFAULT, _ -> Optional.empty());
    try {
      String found =
          MAPPER.writeValueAsString(parser.parse(Files.readAllBytes(file), ORIGIN)) + "\n";
      Path expected =
          file.resolveSibling(
              file.getFileName().toString().replaceAll("\\.\\w+$", "") + ".expected.json");
      if (Boolean.getBoolean("golden.rewrite")) {
        Files.writeString(expected, found);
      }
      assertThat(found).isEqualTo(Files.readString(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
