package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirewatch.cli.InputReader.Piece;
import org.wirewatch.json.Json;
import org.wirewatch.judge.Explained;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "match",
    description = "Read articles and print what would be flagged, and why. No broker is needed.")
final class MatchCommand implements Callable<Integer> {
  /** As many as are judged at a time, on all cores; printed in the order of the input. */
  private static final int BATCH = 512;

  private final Terminal terminal;

  @Option(
      names = "-w",
      paramLabel = "FILE",
      description = "Watchlist files; the starter watchlists unless given.")
  List<Path> watchlists = List.of();

  @Option(
      names = "--format",
      paramLabel = "json|text",
      description = "One JSON object an item, or text for people.")
  OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--why-not",
      description =
          "Say as well what made each flag, and what was read and refused: other meanings, what is"
              + " told in passing, drills, events that an entry leaves out.")
  boolean whyNot;

  @Option(
      names = "--explain",
      paramLabel = "ENTRY",
      description =
          "Say term by term what of an entry's query holds in each item (+) and what does not (-),"
              + " also where it finds nothing.")
  List<String> entries = List.of();

  @Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description = "Files or folders; - or none is standard input.")
  List<String> inputs = List.of();

  MatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Judge judge = Judge.of(WatchlistFiles.load(watchlists));
    judge
        .problems()
        .forEach(p ->
            terminal.note(
                "watchlist '" + p.watchlist() + "', entry '" + p.entry() + "': " + p.message()));
    for (String entry : entries) {
      if (!judge.asks(entry)) {
        terminal.note(
            "no entry '"
                + entry
                + "' with a query in the watchlists; --explain takes an entry's id");
        return Exit.USAGE;
      }
    }
    Run run = new Run(judge);
    run.reader.read(inputs, run);
    run.waiting();
    return run.faults > 0 ? Exit.FAULT : Exit.DONE;
  }

  /** What became of one piece. */
  private record Answer(String text, List<String> faults) {}

  /** One pass over the inputs. Confined to one thread, but for {@link #answer}. */
  private final class Run implements InputReader.Sink {
    private final InputReader reader = new InputReader(terminal);
    private final Judge judge;
    private final FlagText text = new FlagText(terminal.colour());
    private final List<Piece> batch = new ArrayList<>(BATCH);
    private int faults;

    Run(Judge judge) {
      this.judge = judge;
    }

    @Override
    public void piece(Piece piece) {
      batch.add(piece);
      if (batch.size() == BATCH) {
        flush();
      }
    }

    @Override
    public void waiting() {
      flush();
      terminal.out().flush();
    }

    private void flush() {
      List<Answer> answers =
          batch.size() == 1
              ? List.of(answer(batch.getFirst()))
              : batch.parallelStream().map(this::answer).toList();
      batch.clear();
      for (Answer answer : answers) {
        terminal.out().print(answer.text());
        answer.faults().forEach(terminal::note);
        faults += answer.faults().size();
      }
    }

    private Answer answer(Piece piece) {
      List<String> wrong = new ArrayList<>();
      Item item = reader.item(piece, wrong::add);
      if (item == null) {
        return new Answer("", wrong);
      }
      return new Answer(whyNot || !entries.isEmpty() ? explained(item) : flagged(item), wrong);
    }

    private String flagged(Item item) {
      FlaggedItem flagged = judge.judge(item);
      return switch (format) {
        case JSON -> Json.mapper().writeValueAsString(flagged) + "\n";
        case TEXT -> text.of(item, flagged);
      };
    }

    private String explained(Item item) {
      Explained explained = judge.explain(item, entries);
      return switch (format) {
        case JSON -> json(explained) + "\n";
        case TEXT -> text.of(item, explained);
      };
    }

    private static String json(Explained explained) {
      JsonMapper mapper = Json.mapper();
      ObjectNode flagged = mapper.valueToTree(explained.flagged());
      flagged.set("reasons", mapper.valueToTree(explained.reasons()));
      flagged.set("rejected", mapper.valueToTree(explained.rejected()));
      if (!explained.terms().isEmpty()) {
        ObjectNode terms = flagged.putObject("terms");
        explained
            .terms()
            .forEach(
                (entry, reasons) -> terms.set(entry, mapper.valueToTree(FlagText.lines(reasons))));
      }
      return mapper.writeValueAsString(flagged);
    }
  }
}
