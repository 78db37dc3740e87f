package org.wirewatch.search;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.model.Alert;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;

/**
 * What some records make of the index. An item and its flags come by different topics, in whatever
 * order: each adds to what the other left. Confined to one thread.
 */
final class Batch {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
  private static final Deserializer<Item> ITEMS = JsonSerde.of(Item.class).deserializer();
  private static final Deserializer<FlaggedItem> FLAGS =
      JsonSerde.of(FlaggedItem.class).deserializer();
  private static final Deserializer<Alert> ALERTS = JsonSerde.of(Alert.class).deserializer();

  private final SearchIndex index;
  private final TopicNames names;
  private final Map<String, Indexed> changed = new LinkedHashMap<>();

  /** A batch for an index that was refreshed since it was last written. */
  Batch(SearchIndex index, TopicNames names) {
    this.index = index;
    this.names = names;
  }

  /** A record that cannot be read is passed over: the topology has told of it. */
  void add(ConsumerRecord<String, byte[]> record) throws IOException {
    if (record.value() == null) {
      return;
    }
    try {
      Indexed indexed = indexed(record, Instant.ofEpochMilli(record.timestamp()));
      changed.put(indexed.key(), indexed);
    } catch (SerializationException e) {
      LOG.atDebug().addKeyValue("topic", record.topic()).log("not readable: {}", e.getMessage());
    }
  }

  private Indexed indexed(ConsumerRecord<String, byte[]> record, Instant kept) throws IOException {
    String topic = record.topic();
    if (topic.equals(names.alerts())) {
      return Indexed.of(ALERTS.deserialize(topic, record.value()), kept);
    }
    if (topic.equals(names.flags())) {
      FlaggedItem flagged = FLAGS.deserialize(topic, record.value());
      return Indexed.of(flagged, kept, known(flagged.item()));
    }
    Item item = ITEMS.deserialize(topic, record.value());
    return Indexed.of(item, kept, known(item.id()));
  }

  private @Nullable Indexed known(String item) throws IOException {
    String key = Indexed.key(Indexed.Kind.ITEM, item);
    Indexed here = changed.get(key);
    return here != null ? here : index.find(key);
  }

  /** Writes it; returns how many were written. */
  int write() throws IOException {
    for (Indexed indexed : changed.values()) {
      index.put(indexed);
    }
    return changed.size();
  }
}
