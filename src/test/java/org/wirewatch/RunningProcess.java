package org.wirewatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wirewatch.cli.RunState;
import org.wirewatch.json.Json;

/**
 * {@code wirewatch run} as users have it: a process of its own, that can be asked to stop and can
 * be killed.
 */
final class RunningProcess implements AutoCloseable {
  private final Process process;
  private final Path folder;

  private RunningProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts it in a folder; what it prints is added to {@code out.txt} and {@code err.txt} there.
   */
  static RunningProcess start(Path folder, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("run"));
    if (!List.of(arguments).contains("--port")) {
      all.addAll(List.of("--port", "0"));
    }
    all.addAll(List.of(arguments));
    return startMain(folder, "org.wirewatch.Main", all);
  }

  /** Starts another main class of the tests in the same way. */
  static RunningProcess startMain(Path folder, String mainClass, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(file(folder, "out.txt")));
    builder.redirectError(ProcessBuilder.Redirect.appendTo(file(folder, "err.txt")));
    return new RunningProcess(builder.start(), folder);
  }

  private static java.io.File file(Path folder, String name) {
    return folder.resolve(name).toFile();
  }

  /** What it has printed to standard output so far, all runs in this folder together. */
  String out() {
    return read("out.txt");
  }

  String err() {
    return read("err.txt");
  }

  private String read(String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** The broker of the running process, once it says so. */
  Optional<RunState> state() {
    try {
      RunState state =
          Json.mapper()
              .readValue(Files.readAllBytes(folder.resolve(".wirewatch/run.json")), RunState.class);
      return state.pid() == process.pid() ? Optional.of(state) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As Ctrl-C would. Returns how long it took. */
  Duration stop() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    process.waitFor(60, TimeUnit.SECONDS);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** SIGKILL: nothing of it runs any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
