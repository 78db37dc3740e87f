package org.wirewatch.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirewatch.model.Item;

/** The items of a file or a folder, read as {@code match} reads them; for benchmarks. */
public final class GivenItems {
  private GivenItems() {}

  /**
   * The items in the order in which they are read; what is no item is passed over.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static List<Item> read(Path path) {
    Terminal terminal = new Terminal(InputStream.nullInputStream(), System.err, System.err, false);
    InputReader reader = new InputReader(terminal);
    List<Item> items = new ArrayList<>();
    reader.read(
        List.of(path.toString()),
        new InputReader.Sink() {
          @Override
          public void piece(InputReader.Piece piece) {
            Item item = reader.item(piece, _ -> {});
            if (item != null) {
              items.add(item);
            }
          }

          @Override
          public void waiting() {
            // Nothing waits for the items read so far.
          }
        });
    if (items.isEmpty()) {
      throw new IllegalArgumentException("no items in " + path);
    }
    return items;
  }
}
