package org.wirewatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirewatch.story.StoryLimits;

/** The section {@code stories}. */
class StoriesConfigTest {
  @TempDir Path folder;

  private Loaded<AppConfig> read(String yaml) throws IOException {
    return ConfigReader.read(Files.writeString(folder.resolve("c.yaml"), yaml), Map.of());
  }

  @Test
  void withoutTheSection_anEntryMayRaise120AlertsAnHour() throws Exception {
    assertThat(read("{}").value().stories()).isEqualTo(StoryLimits.DEFAULT);
    assertThat(ConfigPrinter.print(AppConfig.DEFAULT)).contains("alerts_per_hour: 120");
  }

  @Test
  void theLimitThatIsPrinted_isReadAgain() throws Exception {
    AppConfig config = read("stories: {alerts_per_hour: 30}").value();

    assertThat(config.stories().alertsPerHour()).isEqualTo(30);
    assertThat(read(ConfigPrinter.print(config)).value().stories()).isEqualTo(config.stories());
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts_per_hour: 0", "alerts_per_hour: many", "alerts_an_hour: 5"})
  void aLimitThatCannotBeKept_isAnErrorAtItsPlace(String pair) throws Exception {
    assertThat(read("stories: {" + pair + "}").problems())
        .singleElement()
        .asString()
        .contains("c.yaml:1:", "stories", "alerts_");
  }
}
