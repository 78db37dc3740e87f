package org.wirewatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.wirewatch.pack.LeadersUpdate;
import org.wirewatch.pack.Packs;

/** The file of a data folder that holds who came to and left power since the built-in data. */
public final class LeadersOverride {
  private static final String NAME = "leaders-update.tsv";

  private final Path file;

  private LeadersOverride(Path file) {
    this.file = file;
  }

  public static LeadersOverride in(Path dataFolder) {
    return new LeadersOverride(dataFolder.resolve(NAME));
  }

  /**
   * Has the packs take the file, where there is one; a file that is no good is told of and left
   * aside. To be called before the first item is judged.
   */
  public void apply(Terminal terminal) {
    Packs packs = Packs.load();
    packs.forgetLeaders();
    if (!Files.exists(file)) {
      return;
    }
    try {
      packs
          .takeLeaders(Files.readString(file, StandardCharsets.UTF_8))
          .ifPresent(fault -> leftAside(terminal, fault));
    } catch (IOException e) {
      leftAside(terminal, "it cannot be read: " + e.getMessage());
    }
  }

  private void leftAside(Terminal terminal, String fault) {
    terminal.note(
        file
            + " is left aside, the built-in leaders count: "
            + fault
            + "; run 'pack update leaders' anew, or delete the file");
  }

  Path file() {
    return file;
  }

  /**
   * Puts an update in the place of the file in one step; the old one is kept beside it.
   *
   * @throws CommandFault if the folder cannot be written
   */
  void write(LeadersUpdate update) {
    Path fresh = file.resolveSibling(NAME + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(fresh, update.print(), StandardCharsets.UTF_8);
      if (Files.exists(file)) {
        Files.copy(file, file.resolveSibling(NAME + ".old"), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CommandFault.environment(
          "cannot write "
              + file
              + " ("
              + e.getMessage()
              + "); make the folder writable, or give another with --data",
          e);
    }
  }

  /** The update that the file holds. */
  LeadersUpdate read() throws IOException {
    return LeadersUpdate.parse(Files.readString(file, StandardCharsets.UTF_8));
  }
}
