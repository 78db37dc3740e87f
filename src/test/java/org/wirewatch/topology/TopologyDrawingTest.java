package org.wirewatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Pins the shape of the topology: a changed name of a store or a repartition is a migration. {@code
 * -Dgolden=write} rewrites the file.
 */
class TopologyDrawingTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/wirewatch/topology/topology.txt");

  @Test
  void theTopologyIsTheOneInTheGoldenFile() throws IOException {
    String drawn =
        AlertTopology.build(TopologyFixture.settings(new SimpleMeterRegistry()))
            .describe()
            .toString();
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(GOLDEN, drawn);
    }

    assertThat(drawn).isEqualTo(Files.readString(GOLDEN));
  }
}
