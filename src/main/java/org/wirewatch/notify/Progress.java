package org.wirewatch.notify;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Which letters of a partition are settled: all before the first unsettled one, and some after it.
 * Confined to one thread.
 *
 * <p>What lies after it is written into the metadata of the commit, as the distances between the
 * settled offsets. The broker takes 4,096 bytes of it by default.
 */
final class Progress {
  /** How many letters may be between the first unsettled one and the last one read. */
  private static final int MOST = 800;

  /** Nothing read yet. */
  static final Supplier<Progress> NOTHING = () -> new Progress(-1);

  private final TreeSet<Long> unsettled = new TreeSet<>();

  /** Those not before the first unsettled one. */
  private final TreeSet<Long> settled = new TreeSet<>();

  private long next;

  private Progress(long next) {
    this.next = next;
  }

  /** What a commit of ours says; settled offsets that cannot be read are done once more. */
  static Progress of(OffsetAndMetadata committed) {
    Progress progress = new Progress(committed.offset());
    String metadata = committed.metadata();
    if (metadata.matches("[0-9]{1,9}(,[0-9]{1,9})*")) {
      long offset = committed.offset();
      for (long distance :
          Arrays.stream(metadata.split(",")).mapToLong(Long::parseLong).toArray()) {
        offset += distance;
        progress.settled.add(offset);
      }
    }
    return progress;
  }

  /** Takes note of a letter; false where there is nothing to do about it. */
  boolean begin(long offset, boolean isOurs) {
    next = Math.max(next, offset + 1);
    if (settled.contains(offset)) {
      return false;
    }
    if (isOurs) {
      unsettled.add(offset);
    } else if (!unsettled.isEmpty()) {
      settled.add(offset);
    }
    return isOurs;
  }

  boolean isUnsettled(long offset) {
    return unsettled.contains(offset);
  }

  /** False where it was settled before. */
  boolean settle(long offset) {
    boolean was = unsettled.remove(offset);
    if (was) {
      settled.add(offset);
      settled.headSet(first()).clear();
    }
    return was;
  }

  private long first() {
    return unsettled.isEmpty() ? next : unsettled.getFirst();
  }

  /** Whether no more should be read before the first unsettled one is done. */
  boolean isFull() {
    return next - first() >= MOST;
  }

  /** What to commit; empty where nothing was read. */
  Optional<OffsetAndMetadata> committable() {
    if (next < 0) {
      return Optional.empty();
    }
    long[] previous = {first()};
    String distances =
        settled.tailSet(first()).stream()
            .map(offset -> {
              long distance = offset - previous[0];
              previous[0] = offset;
              return String.valueOf(distance);
            })
            .collect(Collectors.joining(","));
    return Optional.of(new OffsetAndMetadata(first(), distances));
  }
}
