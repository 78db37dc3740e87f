package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole: the front door of this package. */
@Command(
    name = "wirewatch",
    description =
        "Watches the world's news feeds and tells you, once and rightly, what you asked for.",
    mixinStandardHelpOptions = true,
    versionProvider = Wirewatch.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Start with: wirewatch run"})
public final class Wirewatch implements Runnable {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show stack traces of failures.")
  boolean verbose;

  private Wirewatch() {}

  /** Runs one command and returns its exit code. */
  public static int run(String[] args, Terminal terminal, SystemStarter starter) {
    Wirewatch root = new Wirewatch();
    CommandLine line =
        new CommandLine(root)
            .addSubcommand(new RunCommand(terminal, starter))
            .addSubcommand(new MatchCommand(terminal))
            .addSubcommand(new ReplayCommand(terminal))
            .addSubcommand(FeedCommands.of(terminal))
            .addSubcommand(WatchlistCommands.of(terminal))
            .addSubcommand(new SearchCommand(terminal))
            .addSubcommand(ConfigCommands.of(terminal))
            .addSubcommand(PackCommands.of(terminal))
            .addSubcommand(RouteCommands.of(terminal))
            .addSubcommand(SilenceCommands.of(terminal))
            .addSubcommand(AlertCommands.of(terminal))
            .addSubcommand(new AlertCommands.Ack(terminal))
            .addSubcommand(new SchemaCommand(terminal))
            .addSubcommand(new DeliveryCommands.Deliveries(terminal))
            .addSubcommand(new DeliveryCommands.Redeliver(terminal))
            .addSubcommand(NotifyCommands.of(terminal))
            .addSubcommand(new DoctorCommand(terminal))
            .addSubcommand(new BenchCommand())
            .addSubcommand(new WarmUpCommand(terminal));
    line.getSubcommands().values().forEach(Wirewatch::helps);
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setOut(
            new java.io.PrintWriter(terminal.out(), true, java.nio.charset.StandardCharsets.UTF_8))
        .setErr(
            new java.io.PrintWriter(terminal.err(), true, java.nio.charset.StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, given) -> usage(terminal, e))
        .setExecutionExceptionHandler((e, _, _) ->
            fault(terminal, e, root.verbose || Arrays.asList(args).contains("--verbose")));
    LeadersOverride.in(Path.of(".wirewatch")).apply(terminal);
    int exit = line.execute(args);
    terminal.out().flush();
    return exit;
  }

  /** Gives a command and those below it the option that every fault of usage points to. */
  private static void helps(CommandLine command) {
    if (command.getCommandSpec().findOption("--help") == null) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("Show this help message and exit.")
                  .build());
    }
    command.getSubcommands().values().forEach(Wirewatch::helps);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "no command given");
  }

  private static int usage(Terminal terminal, CommandLine.ParameterException e) {
    terminal.note(
        e.getMessage()
            + "; see "
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help");
    return Exit.USAGE;
  }

  private static int fault(Terminal terminal, Exception e, boolean verbose) {
    terminal.out().flush();
    if (e instanceof CommandFault fault) {
      terminal.note(String.valueOf(fault.getMessage()));
      if (verbose) {
        fault.printStackTrace(terminal.err());
      }
      return fault.exit();
    }
    terminal.note(
        "this is a fault of Wirewatch's own: " + e + (verbose ? "" : "; --verbose shows where"));
    if (verbose) {
      e.printStackTrace(terminal.err());
    }
    return Exit.FAULT;
  }

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Wirewatch.class.getPackage().getImplementationVersion();
      return new String[] {"wirewatch " + (version == null ? "(from classes)" : version)};
    }
  }
}
