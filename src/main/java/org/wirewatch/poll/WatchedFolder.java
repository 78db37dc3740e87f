package org.wirewatch.poll;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;

/**
 * Takes files from a folder, writes their items, and moves them to its sub-folder {@code done}, or
 * to {@code failed} with the reasons beside them.
 *
 * <p>A file is taken when it has not changed from one look to the next, so that one still being
 * copied is left alone; hidden files and {@code .part} and {@code .tmp} files are never taken. It
 * is moved after its items were written: a crash between the two reads it again, and the items' ids
 * make that harmless. It looks rather than being told, because network folders tell nothing.
 * Confined to one thread.
 */
final class WatchedFolder {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
  private static final int MAX_FAULTS = 100;

  private final Path folder;
  private final long maxBytes;
  private final ItemFile reader;
  private final TopicNames names;
  private final InstantSource clock;
  private Map<Path, Look> lastLooks = Map.of();

  WatchedFolder(
      Path folder, long maxBytes, ItemFile reader, TopicNames names, InstantSource clock) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.reader = reader;
    this.names = names;
    this.clock = clock;
  }

  /** Looks into the folder once, every {@code every} until interrupted. */
  void watch(Producer<String, byte[]> producer, Duration every) throws InterruptedException {
    while (true) {
      try {
        look(producer);
      } catch (IOException | KafkaException e) {
        LOG.atWarn()
            .addKeyValue("folder", folder)
            .log("the watched folder cannot be read now: {}; trying again", e.toString());
      }
      Thread.sleep(every);
    }
  }

  /** Takes the files that did not change since the last look; returns how many. */
  int look(Producer<String, byte[]> producer) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Map<Path, Look> looks = new HashMap<>();
    int taken = 0;
    for (Path file : files()) {
      Look look = Look.at(file);
      if (look != null && look.equals(lastLooks.get(file))) {
        take(file, look, producer);
        taken++;
      } else if (look != null) {
        looks.put(file, look);
      }
    }
    lastLooks = looks;
    return taken;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).filter(WatchedFolder::isComplete).sorted().toList();
    }
  }

  private static boolean isComplete(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
  }

  private void take(Path file, Look look, Producer<String, byte[]> producer)
      throws IOException, InterruptedException {
    if (look.size() > maxBytes) {
      fail(file, List.of("more than " + maxBytes + " bytes; split it, or raise intake.max_bytes"));
      return;
    }
    ItemFile.Contents contents = reader.read(Files.readAllBytes(file), clock.instant());
    write(contents.items(), producer);
    if (contents.faults().isEmpty()) {
      move(file, "done");
    } else {
      fail(file, contents.faults());
    }
  }

  private void write(List<Item> items, Producer<String, byte[]> producer)
      throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Item item : items) {
      if (!item.isBlank()) {
        sent.add(producer.send(PackedItem.of(item, clock.millis()).record(names)));
      }
    }
    for (Future<RecordMetadata> record : sent) {
      try {
        record.get();
      } catch (ExecutionException e) {
        throw new KafkaException("items were not written", e.getCause());
      }
    }
  }

  private void fail(Path file, List<String> faults) throws IOException {
    Path moved = move(file, "failed");
    List<String> some = faults.subList(0, Math.min(faults.size(), MAX_FAULTS));
    Files.write(moved.resolveSibling(moved.getFileName() + ".why.txt"), some);
    LOG.atWarn()
        .addKeyValue("file", moved)
        .log("not all of a watched file could be read: {}", faults.getFirst());
  }

  /** Moves a file under a name that is free there. */
  private Path move(Path file, String subfolder) throws IOException {
    Path target = Files.createDirectories(folder.resolve(subfolder));
    for (int copy = 0; ; copy++) {
      String name = file.getFileName().toString();
      Path free = target.resolve(copy == 0 ? name : copy + "-" + name);
      try {
        return Files.move(file, free);
      } catch (FileAlreadyExistsException taken) {
        // the next number may be free
      }
    }
  }

  private record Look(long size, FileTime changed) {
    /** A file as it is now; null if it is gone. */
    static @Nullable Look at(Path file) {
      try {
        return new Look(Files.size(file), Files.getLastModifiedTime(file));
      } catch (IOException gone) {
        return null;
      }
    }
  }
}
