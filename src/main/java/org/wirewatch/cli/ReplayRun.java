package org.wirewatch.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Item;
import org.wirewatch.topology.Replay;

/**
 * One pass of inputs through a replay. Batches are read and judged on all processors, ahead of
 * their turn, which makes no difference to what comes out; the replay itself takes one item after
 * the other. Confined to one thread.
 */
final class ReplayRun implements InputReader.Sink, AutoCloseable {
  private static final int BATCH = 128;

  private final Replay replay;
  private final Terminal terminal;
  private final InputReader reader;
  private final Consumer<String> faults;
  private final Consumer<Alert> alerts;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ExecutorService judges =
      Executors.newFixedThreadPool(processors, Thread.ofPlatform().daemon().factory());
  private final Queue<CompletableFuture<List<Prepared>>> ahead = new ArrayDeque<>();
  private List<InputReader.Piece> batch = new ArrayList<>(BATCH);

  /**
   * @param faults told of what is no item
   * @param alerts told of each revision
   */
  ReplayRun(Replay replay, Terminal terminal, Consumer<String> faults, Consumer<Alert> alerts) {
    this.replay = replay;
    this.terminal = terminal;
    this.reader = new InputReader(terminal);
    this.faults = faults;
    this.alerts = alerts;
  }

  private sealed interface Prepared {
    record Judged(Replay.Ahead item) implements Prepared {}

    record Fault(String message) implements Prepared {}
  }

  /** Reads the inputs to their end. */
  void read(List<String> inputs) {
    reader.read(inputs, this);
    waiting();
  }

  @Override
  public void piece(InputReader.Piece piece) {
    batch.add(piece);
    if (batch.size() == BATCH) {
      submit();
      if (ahead.size() > 2 * processors) {
        take();
      }
    }
  }

  @Override
  public void waiting() {
    submit();
    while (!ahead.isEmpty()) {
      take();
    }
    terminal.out().flush();
  }

  private void submit() {
    List<InputReader.Piece> pieces = batch;
    batch = new ArrayList<>(BATCH);
    if (!pieces.isEmpty()) {
      ahead.add(CompletableFuture.supplyAsync(() -> prepare(pieces), judges));
    }
  }

  private List<Prepared> prepare(List<InputReader.Piece> pieces) {
    List<Prepared> prepared = new ArrayList<>(pieces.size());
    for (InputReader.Piece piece : pieces) {
      Item item = reader.item(piece, fault -> prepared.add(new Prepared.Fault(fault)));
      if (item != null) {
        prepared.add(new Prepared.Judged(replay.judge(item)));
      }
    }
    return prepared;
  }

  private void take() {
    for (Prepared prepared : ahead.remove().join()) {
      switch (prepared) {
        case Prepared.Fault fault -> faults.accept(fault.message());
        case Prepared.Judged judged -> replay.feed(judged.item()).forEach(alerts);
      }
    }
  }

  /** Gives up what was not taken. */
  @Override
  public void close() {
    judges.shutdownNow();
  }
}
