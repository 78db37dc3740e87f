package org.wirewatch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.wirewatch.cli.CommandFault;
import org.wirewatch.config.WrittenFiles;

/** The folder that one running system keeps everything in, locked against a second one. */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the folder where it is missing and takes it for this process.
   *
   * @throws CommandFault if it cannot be written, or another process has it
   */
  static DataFolder open(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw taken(path);
      }
      return new DataFolder(path, channel);
    } catch (OverlappingFileLockException e) {
      throw taken(path);
    } catch (IOException e) {
      throw CommandFault.environment(
          "cannot write to the data folder "
              + path
              + " ("
              + reason(e)
              + "); make it writable, or give another with --data",
          e);
    }
  }

  private static CommandFault taken(Path path) {
    return CommandFault.environment(
        "another Wirewatch runs on the data folder "
            + path
            + "; stop it, or give this one another with --data",
        null);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException _ -> "permission denied";
      case java.nio.file.FileAlreadyExistsException _ -> "a file stands in its place";
      default -> String.valueOf(e.getMessage());
    };
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /**
   * A file of the user's own in this folder, made from the starter of that name where it is
   * missing.
   */
  Path starter(String name) {
    Path file = path.resolve(name);
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, WrittenFiles.starter(name));
      }
      return file;
    } catch (IOException e) {
      throw CommandFault.environment("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** A name for this system that survives restarts and that no other one has. */
  String instance() {
    Path file = path.resolve("instance");
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, UUID.randomUUID().toString());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw CommandFault.environment("cannot keep a name in " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
