package org.wirewatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.feed.FeedLimits;

/** The section {@code intake}. */
class IntakeConfigTest {
  @TempDir Path folder;

  private Loaded<AppConfig> read(String yaml) throws IOException {
    return ConfigReader.read(Files.writeString(folder.resolve("c.yaml"), yaml), Map.of());
  }

  @Test
  void withoutTheSection_theLimitsAreTheUsualOnes() throws Exception {
    assertThat(read("{}").value().intake().limits()).isEqualTo(FeedLimits.DEFAULT);
    assertThat(ConfigPrinter.print(AppConfig.DEFAULT))
        .contains("max_bytes: 20MB", "max_entries: 5000", "max_depth: 64");
  }

  @Test
  void theLimitsThatArePrinted_areReadAgain() throws Exception {
    AppConfig config = read("intake: {max_bytes: 5500KB, max_entries: 200, max_depth: 32}").value();

    assertThat(config.intake().limits().maxBytes()).isEqualTo(5500 << 10);
    assertThat(config.intake().limits().maxEntries()).isEqualTo(200);
    assertThat(config.intake().limits().maxDepth()).isEqualTo(32);
    assertThat(read(ConfigPrinter.print(config)).value().intake()).isEqualTo(config.intake());
  }

  @ParameterizedTest
  @CsvSource({
    "max_bytes, 0B",
    "max_bytes, 3GB",
    "max_bytes, much",
    "max_entries, 0",
    "max_depth, 100000"
  })
  void aLimitThatCannotBeKept_isAnErrorAtItsPlace(String key, String value) throws Exception {
    assertThat(read("intake: {" + key + ": " + value + "}").problems())
        .singleElement()
        .asString()
        .contains("c.yaml:1:", "intake." + key, value)
        .doesNotContain("warning");
  }
}
