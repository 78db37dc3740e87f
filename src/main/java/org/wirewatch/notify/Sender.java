package org.wirewatch.notify;

import org.wirewatch.model.Notification;

/** Speaks one channel's protocol. Called by several threads at once. */
interface Sender extends AutoCloseable {

  /** Makes one attempt. Expected failures are values; an exception is a bug. */
  Outcome send(Notification notification);

  /** Whether the other side can be reached, without telling it anything. */
  Outcome check();

  @Override
  default void close() {}
}
