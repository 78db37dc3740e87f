package org.wirewatch.topology;

import org.apache.kafka.common.serialization.Serde;
import org.wirewatch.json.JsonSerde;

/** How records look between processors that do not call one another. */
interface Wire {
  /** As everybody reads them. */
  Wire JSON =
      new Wire() {
        @Override
        public <T> Serde<T> of(Class<T> type) {
          return JsonSerde.of(type);
        }
      };

  <T> Serde<T> of(Class<T> type);
}
