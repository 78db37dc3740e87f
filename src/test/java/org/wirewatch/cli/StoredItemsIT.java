package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.json.Json;
import org.wirewatch.model.Item;

class StoredItemsIT {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path folder;

  @Test
  void itemsOfAllPartitionsComeInTheirOrder_fromTheGivenTimeOn_whatIsNoItemIsPassedOver()
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (Admin admin = Admin.create(client)) {
        admin.createTopics(List.of(new NewTopic("items", 3, (short) 1))).all().get();
      }
      try (KafkaProducer<String, byte[]> producer =
          new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
        for (int i = 0; i < 30; i++) {
          byte[] item =
              Json.mapper().writeValueAsBytes(Item.ofText("item-" + i, "Title " + i, "Text."));
          byte[] value = i == 20 ? "no item".getBytes(StandardCharsets.UTF_8) : item;
          long time = NOON.plusSeconds(i).toEpochMilli();
          producer.send(new ProducerRecord<>("items", i * 7 % 3, time, "k" + i, value)).get();
        }
      }

      StoredItems stored = new StoredItems(client, "items");
      List<String> read = new ArrayList<>();
      stored.since(NOON.plusSeconds(10), item -> read.add(item.id()));

      List<String> expected = new ArrayList<>();
      for (int i = 10; i < 30; i++) {
        if (i != 20) {
          expected.add("item-" + i);
        }
      }
      assertThat(read).isEqualTo(expected);
      assertThat(stored.unreadable()).isEqualTo(1);
    }
  }
}
