package org.wirewatch.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.notify.Template;
import org.wirewatch.notify.Template.Kind;
import org.wirewatch.notify.Templates;

/**
 * Reads the forms that users wrote for a receiver: {@code subject}, {@code text}, {@code html} and
 * {@code blocks}, each written out or, as {@code html_file}, in a file of its own.
 *
 * @param folder relative paths begin here
 * @param read takes in the files that are named
 */
record TemplateReader(Path folder, Set<Path> read) {
  private static final Map<String, Set<Kind>> TAKEN =
      Map.of(
          "console", EnumSet.of(Kind.TEXT),
          "slack", EnumSet.of(Kind.TEXT, Kind.BLOCKS),
          "email", EnumSet.of(Kind.SUBJECT, Kind.TEXT, Kind.HTML));

  /**
   * @param way how the receiver is told, which decides what forms it has
   */
  Templates read(Section receiver, String way) {
    if (!receiver.has("templates")) {
      return Templates.NONE;
    }
    Section section = receiver.section("templates");
    Set<Kind> taken = TAKEN.getOrDefault(way, Set.of());
    if (taken.isEmpty()) {
      section.error(section.at(), "'" + way + "' has a form of its own and takes no templates");
    }
    Templates templates =
        new Templates(
            template(section, Kind.SUBJECT, taken, way),
            template(section, Kind.TEXT, taken, way),
            template(section, Kind.HTML, taken, way),
            template(section, Kind.BLOCKS, taken, way));
    section.end();
    return templates;
  }

  private @Nullable Template template(Section section, Kind kind, Set<Kind> taken, String way) {
    String key = Scalars.spelled(kind);
    String inFile = key + "_file";
    Optional<String> written = section.text(key);
    Optional<String> path = section.text(inFile);
    if (written.isEmpty() && path.isEmpty()) {
      return null;
    }
    String used = written.isPresent() ? key : inFile;
    if (written.isPresent() && path.isPresent()) {
      section.error(section.at(inFile), "give " + key + " or " + inFile + ", not both");
    } else if (!taken.isEmpty() && !taken.contains(kind)) {
      section.error(section.at(used), "'" + way + "' has no " + key);
    }
    return written.isPresent()
        ? compile(section, kind, section.at(key), written.get(), false)
        : file(section, kind, section.at(inFile), folder.resolve(path.orElseThrow()));
  }

  private @Nullable Template file(Section section, Kind kind, Position at, Path file) {
    read.add(file);
    try {
      Position start = new Position(file.toString(), 1, 1);
      return compile(section, kind, start, Files.readString(file), true);
    } catch (IOException e) {
      section.error(at, "cannot read the template " + file + ": " + e.getClass().getSimpleName());
      return null;
    }
  }

  /** A text written out in YAML may be folded, so its lines are counted in words. */
  private static @Nullable Template compile(
      Section section, Kind kind, Position at, String source, boolean isFile) {
    try {
      return Template.of(kind, source);
    } catch (Template.Fault e) {
      String line = isFile || e.line() == 1 ? "" : "line " + e.line() + " of the template: ";
      Position place = isFile ? at.plus(e.line() - 1, 0) : at;
      section.error(place, line + e.getMessage());
      return null;
    }
  }
}
