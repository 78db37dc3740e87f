package org.wirewatch.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wirewatch.model.Item;

/**
 * One pass over items of which most of the work depends on no other item: batches are read and
 * prepared on all processors, ahead of their turn, and then taken one by one in their order, so
 * that what comes out is the same. Confined to one thread.
 *
 * @param <T> an item prepared
 */
final class AheadRun<T> implements InputReader.Sink, AutoCloseable {
  private static final int BATCH = 128;

  private final Terminal terminal;
  private final InputReader reader;
  private final Consumer<String> faults;
  private final Function<Item, T> prepare;
  private final Consumer<T> take;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ExecutorService judges =
      Executors.newFixedThreadPool(processors, Thread.ofPlatform().daemon().factory());
  private final Queue<CompletableFuture<List<Prepared<T>>>> ahead = new ArrayDeque<>();
  private List<InputReader.Piece> batch = new ArrayList<>(BATCH);

  /**
   * @param faults told of what is no item
   * @param prepare called on many threads
   * @param take called on the thread of the run
   */
  AheadRun(
      Terminal terminal, Consumer<String> faults, Function<Item, T> prepare, Consumer<T> take) {
    this.terminal = terminal;
    this.reader = new InputReader(terminal);
    this.faults = faults;
    this.prepare = prepare;
    this.take = take;
  }

  private sealed interface Prepared<T> {
    record Sound<T>(T item) implements Prepared<T> {}

    record Fault<T>(String message) implements Prepared<T> {}
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

  private List<Prepared<T>> prepare(List<InputReader.Piece> pieces) {
    List<Prepared<T>> prepared = new ArrayList<>(pieces.size());
    for (InputReader.Piece piece : pieces) {
      Item item = reader.item(piece, fault -> prepared.add(new Prepared.Fault<>(fault)));
      if (item != null) {
        prepared.add(new Prepared.Sound<>(prepare.apply(item)));
      }
    }
    return prepared;
  }

  private void take() {
    for (Prepared<T> prepared : ahead.remove().join()) {
      switch (prepared) {
        case Prepared.Fault<T> fault -> faults.accept(fault.message());
        case Prepared.Sound<T> sound -> take.accept(sound.item());
      }
    }
  }

  /** Gives up what was not taken. */
  @Override
  public void close() {
    judges.shutdownNow();
  }
}
