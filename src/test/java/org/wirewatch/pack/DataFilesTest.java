package org.wirewatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataFilesTest {
  @Test
  void everyDataFileNamesItsSourceAndItsDate() throws IOException, URISyntaxException {
    Path folder = Path.of(DataFilesTest.class.getResource("country-codes.tsv").toURI()).getParent();
    List<Path> files;
    try (var walk = Files.walk(folder)) {
      files = walk.filter(file -> file.toString().endsWith(".tsv")).toList();
    }
    assertThat(files)
        .hasSizeGreaterThan(30)
        .allSatisfy(file ->
            assertThat(
                    String.join("\n", Files.readAllLines(file).stream().limit(6).toList())
                        .toLowerCase(java.util.Locale.ROOT))
                .as(file.getFileName().toString())
                .contains("source", "as of 20"));
  }
}
