package org.wirewatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back when one of some files has changed. Looks at them rather than asking the system to
 * tell: that works on every file system, network ones and container mounts too, and for editors
 * that replace a file.
 */
final class FileWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
  private static final Duration EVERY = Duration.ofMillis(500);

  private record Look(FileTime modified, long size) {}

  private final Supplier<List<Path>> files;
  private final Runnable changed;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("file-watch").factory());
  private Map<Path, Look> last;

  /**
   * @param files asked again each time, since a changed file may name others
   * @param changed called on one thread, never twice at a time
   */
  FileWatch(Supplier<List<Path>> files, Runnable changed) {
    this.files = files;
    this.changed = changed;
    this.last = look();
    var _ =
        thread.scheduleWithFixedDelay(
            this::compare, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Reads again whether or not something changed. */
  void now() {
    thread.execute(this::tell);
  }

  private void compare() {
    Map<Path, Look> current = look();
    if (!current.equals(last)) {
      last = current;
      tell();
    }
  }

  private void tell() {
    try {
      changed.run();
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("reason", e.toString())
          .log("the changed files could not be taken over");
    }
    look().forEach(last::putIfAbsent); // those that are named only now
  }

  /** A file that is not there for a moment, while an editor replaces it, keeps its last look. */
  private Map<Path, Look> look() {
    Map<Path, Look> looks = new HashMap<>(last == null ? Map.of() : last);
    for (Path file : files.get()) {
      try {
        looks.put(file, new Look(Files.getLastModifiedTime(file), Files.size(file)));
      } catch (IOException e) {
        LOG.atDebug().addKeyValue("file", file).log("not there now");
      }
    }
    return looks;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
