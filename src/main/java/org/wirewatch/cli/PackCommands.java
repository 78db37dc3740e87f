package org.wirewatch.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirewatch.pack.Holder;
import org.wirewatch.pack.LeadersComparison;
import org.wirewatch.pack.LeadersUpdate;
import org.wirewatch.pack.Packs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pack …}: what can be done with the built-in knowledge. */
@Command(name = "pack", description = "Keep the built-in knowledge current.")
final class PackCommands {
  private PackCommands() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new PackCommands())
        .addSubcommand(new CommandLine(new Update()).addSubcommand(new UpdateLeaders(terminal)));
  }

  @Command(name = "update", description = "Refresh a pack from its public source.")
  static final class Update {}

  @Command(
      name = "leaders",
      description =
          "Ask Wikidata who heads the states, who are their foreign and defence ministers and the"
              + " secretaries general, show what changed, and keep it in the data folder for the"
              + " next start.")
  static final class UpdateLeaders implements Callable<Integer> {
    /** So many answers that could not be used are shown. */
    private static final int SHOWN = 5;

    private static final String WIKIDATA = "https://query.wikidata.org/sparql";

    private final Terminal terminal;

    @Option(
        names = "--url",
        paramLabel = "URL",
        defaultValue = WIKIDATA,
        description = "The SPARQL query service; ${DEFAULT-VALUE} unless given.")
    URI url = URI.create(WIKIDATA);

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "The data folder; .wirewatch unless given.")
    Path data = Path.of(".wirewatch");

    @Option(names = "--dry-run", description = "Show what changed and write nothing.")
    boolean dryRun;

    @Option(
        names = "--format",
        paramLabel = "json|text",
        description = "One JSON object a change, or text for people.")
    OutputFormat format = OutputFormat.TEXT;

    UpdateLeaders(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      LeadersOverride override = LeadersOverride.in(data);
      override.apply(terminal);
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      try (QueryService service = new QueryService(url)) {
        LeadersQuery query = new LeadersQuery(service);
        List<Holder> holders = query.holders(Packs.LEADERS_AS_OF.minusYears(1));
        LeadersComparison comparison = LeadersComparison.of(Packs.load().leaders(), holders, today);
        comparison
            .implausible(holders.size())
            .ifPresent(why -> {
              throw CommandFault.input(
                  "the answer of "
                      + url
                      + " cannot be believed: "
                      + why
                      + "; nothing was changed, try again later",
                  null);
            });
        query
            .unanswered()
            .forEach((office, why) ->
                terminal.note(LeadersChangeLine.name(office) + " stay as they were: " + why));
        List<String> unusable = query.unusable();
        if (!unusable.isEmpty()) {
          terminal.note(
              unusable.size()
                  + " answers could not be used and were left out: "
                  + String.join("; ", unusable.subList(0, Math.min(SHOWN, unusable.size())))
                  + (unusable.size() > SHOWN ? "; …" : ""));
        }
        LeadersUpdate update =
            new LeadersRefresh(Packs.load().leaders(), comparison).update(query, holders, today);
        String unspelled = query.unspelled();
        if (unspelled != null) {
          terminal.note(
              "names in other scripts stay as they were: " + unspelled + "; run this again later");
        }
        return settle(comparison, update, override);
      }
    }

    private int settle(
        LeadersComparison comparison, LeadersUpdate update, LeadersOverride override) {
      comparison
          .changes()
          .forEach(change -> terminal.line(LeadersChangeLine.of(change, comparison, format)));
      if (comparison.changes().isEmpty() && update.names().isEmpty()) {
        terminal.note("nothing changed");
        return Exit.DONE;
      }
      String found =
          comparison.changes().size()
              + " changes, and spellings of "
              + update.names().stream().map(LeadersUpdate.Names::slug).distinct().count()
              + " people";
      if (dryRun) {
        terminal.note(found + "; nothing written (--dry-run)");
        return Exit.DONE;
      }
      LeadersUpdate whole = before(override, update);
      Packs.load()
          .takeLeaders(whole.print())
          .ifPresent(fault -> {
            throw CommandFault.input(
                "the changes do not fit the pack: " + fault + "; nothing was changed", null);
          });
      override.write(whole);
      terminal.note(found + " are in " + override.file() + "; they count from the next start");
      return Exit.DONE;
    }

    /** What earlier updates found goes on to count, unless it is older than the built-in data. */
    private static LeadersUpdate before(LeadersOverride override, LeadersUpdate update) {
      if (!Files.exists(override.file())) {
        return update;
      }
      try {
        LeadersUpdate old = override.read();
        return old.asOf().isBefore(Packs.LEADERS_AS_OF) ? update : old.with(update);
      } catch (IOException | IllegalArgumentException _) {
        return update; // the file was told of when it was to be applied
      }
    }
  }
}
