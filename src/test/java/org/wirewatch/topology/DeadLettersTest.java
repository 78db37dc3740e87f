package org.wirewatch.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.topology.TopologyFixture.NOON;
import static org.wirewatch.topology.TopologyFixture.item;
import static org.wirewatch.topology.TopologyFixture.watching;

import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  @Test
  void bytesThatAreNoItemAreSetAsideWithTheReasonAndTheNextItemGoesOn() {
    try (TopologyFixture fixture = new TopologyFixture(watching("a", "*"))) {
      fixture.pushBytes("{\"id\": 7, \"title\": [".getBytes(UTF_8));
      fixture.push(NOON, item("1", "gazette", "Ferry aground", "A ferry ran aground."));

      TestRecord<byte[], byte[]> letter = fixture.deadLetters().getFirst();
      assertThat(new String(letter.value(), UTF_8)).isEqualTo("{\"id\": 7, \"title\": [");
      assertThat(new String(letter.headers().lastHeader("topic").value(), UTF_8))
          .isEqualTo("wirewatch.items");
      assertThat(letter.headers().lastHeader("reason").value()).isNotEmpty();
      assertThat(fixture.alerts()).hasSize(1);
    }
  }
}
