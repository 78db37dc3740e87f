package org.wirewatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section {@code serve}. */
class ServeConfigTest {
  @TempDir Path folder;

  private Loaded<AppConfig> read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), yaml);
    return ConfigReader.read(file, Map.of("DESK_TOKEN", "a-token-from-outside"));
  }

  @Test
  void theToken_comesFromTheEnvironmentAndIsNeverShown() throws Exception {
    Loaded<AppConfig> loaded = read("serve: {host: 0.0.0.0, port: 0, token: \"${DESK_TOKEN}\"}");

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.value().serve().token()).isNotNull();
    assertThat(loaded.value().toString()).doesNotContain("a-token-from-outside");
    assertThat(ConfigPrinter.print(loaded.value()))
        .contains("token: '***'")
        .doesNotContain("a-token-from-outside");
  }

  @Test
  void aHostThatOthersReach_withoutToken_isWarnedOf() throws Exception {
    assertThat(read("serve: {host: 0.0.0.0}").problems())
        .singleElement()
        .asString()
        .contains("c.yaml:1:15", "warning", "serve.token");
    assertThat(read("serve: {host: localhost}").problems()).isEmpty();
  }

  @Test
  void aTokenThatCanBeGuessed_isWarnedOf() throws Exception {
    assertThat(read("serve: {token: secret}").problems())
        .singleElement()
        .asString()
        .contains("can be guessed", "openssl rand -hex 16")
        .doesNotContain("secret");
  }

  @Test
  void linksInMails_needAKeyAndAnAddress() throws Exception {
    Loaded<AppConfig> loaded =
        read("serve: {public_url: \"https://watch.example/\", signing_key: \"${DESK_TOKEN}\"}");

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.value().telling().links())
        .extracting(l -> l.publicUrl().toString())
        .isEqualTo("https://watch.example");
    assertThat(ConfigPrinter.print(loaded.value())).contains("signing_key: '***'");
    assertThat(loaded.value().toString()).doesNotContain("a-token-from-outside");
    assertThat(read("serve: {signing_key: 0123456789abcdef}").problems())
        .singleElement()
        .asString()
        .contains("'serve.public_url'");
    assertThat(read("serve: {public_url: \"https://w.example\", signing_key: short}").problems())
        .singleElement()
        .asString()
        .contains("can be guessed", "openssl rand -hex 32");
  }
}
