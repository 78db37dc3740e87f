package org.wirewatch.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirewatch.pack.Packs;

/**
 * The build's step that compiles the packs' names beside the classes, so that no process has to
 * read their text; without it everything works and starts slower.
 */
public final class CompilePacks {
  private CompilePacks() {}

  /**
   * Writes the file.
   *
   * @param args the folder of the compiled classes
   * @throws IOException if the file cannot be written there
   */
  public static void main(String[] args) throws IOException {
    String folder = CompilePacks.class.getPackageName().replace('.', '/');
    Path file = Path.of(args[0], folder, CompiledLexicon.FILE);
    Files.write(file, CompiledLexicon.compile(Packs.load()));
  }
}
