package org.wirewatch.poll;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What is done for a feed when it is taken up. */
sealed interface Visit {
  /** Ask the publisher. */
  record Poll() implements Visit {}

  /** Ask the hub to push, or to go on pushing. */
  record AskHub() implements Visit {}

  /** The hub confirmed with us that we asked, and pushes for {@code lease}. */
  record Granted(Duration lease) implements Visit {}

  /** The hub will not push. */
  record Denied(String reason) implements Visit {}

  /**
   * A push whose signature is right.
   *
   * @param headers names in lower case
   * @param committed true once its items are in Kafka, false where nobody wants them any more
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes, handed on once and never compared
  record Delivered(
      Map<String, List<String>> headers, byte[] body, CompletableFuture<Boolean> committed)
      implements Visit {}
}
