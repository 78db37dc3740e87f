package org.wirewatch.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit before the interval is over, for what somebody is to be told: nobody sees it
 * before it is committed, and each of the two commits on its way would be an interval away. At most
 * every 20 ms, so that a backlog is still committed many records at a time. Confined to one stream
 * thread.
 */
final class Haste {
  private static final long LEAST_MS = 20;

  private final ProcessorContext<?, ?> context;
  private long last;

  Haste(ProcessorContext<?, ?> context) {
    this.context = context;
  }

  /** Has what was forwarded committed as soon as the records in hand are processed. */
  void commit() {
    long now = context.currentSystemTimeMs();
    if (now - last >= LEAST_MS) {
      last = now;
      context.commit();
    }
  }
}
