package org.wirewatch.broker;

import org.jspecify.annotations.Nullable;

/** The embedded broker cannot start here; the message says why and what to do. */
public final class BrokerFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokerFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
