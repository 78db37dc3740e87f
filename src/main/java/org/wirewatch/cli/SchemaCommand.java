package org.wirewatch.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "schema",
    description = "Print a JSON Schema of what Wirewatch writes, or the names of all.")
final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "NAME")
  @Nullable String name;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (name == null) {
      Schemas.names().forEach(terminal::line);
      return Exit.DONE;
    }
    if (!Schemas.names().contains(name)) {
      terminal.note("no schema '" + name + "'; there are " + String.join(", ", Schemas.names()));
      return Exit.USAGE;
    }
    terminal.out().print(Schemas.text(name));
    return Exit.DONE;
  }
}
