package org.wirewatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the starter feeds and watchlists are in force. */
class StartersConfigTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data: here | true | true",
        "feeds: null | true | true",
        "feeds: [] | true | false",
        "watchlists: [] | false | true",
        "feeds: [more.yaml] | true | false",
      })
  void starterFiles_areForWhatNothingIsSaidOf(String yaml, boolean watchlists, boolean feeds)
      throws IOException {
    AppConfig config = read(yaml);

    assertThat(config.starters()).isEqualTo(new AppConfig.Starters(watchlists, feeds));
    assertThat(read(ConfigPrinter.print(config)).starters()).isEqualTo(config.starters());
  }

  private AppConfig read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), yaml);
    return ConfigReader.read(file, Map.of()).value();
  }
}
