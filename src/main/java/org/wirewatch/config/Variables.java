package org.wirewatch.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code ${NAME}} with an environment variable and {@code ${file:PATH}} with a file's
 * content.
 */
final class Variables implements Function<Yaml.Scalar, String> {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(file:)?([^}]*)}");

  private final Map<String, String> environment;
  private final Path folder;
  private final Set<Path> read;
  private final List<Problem> problems;

  /**
   * @param folder relative paths begin here
   * @param read takes in the files that are named, also those that cannot be read now
   */
  Variables(Map<String, String> environment, Path folder, Set<Path> read, List<Problem> problems) {
    this.environment = environment;
    this.folder = folder;
    this.read = read;
    this.problems = problems;
  }

  @Override
  public String apply(Yaml.Scalar scalar) {
    Matcher m = VARIABLE.matcher(scalar.text());
    StringBuilder filled = new StringBuilder();
    while (m.find()) {
      String value =
          m.group(1) == null ? variable(scalar.at(), m.group(2)) : file(scalar.at(), m.group(2));
      m.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return m.appendTail(filled).toString();
  }

  private String variable(Position at, String name) {
    String value = environment.get(name);
    if (value == null) {
      problems.add(
          Problem.error(
              at, "the environment has no variable " + name + "; set it before you start"));
      return "";
    }
    return value;
  }

  /** The last line feed of a file is not part of a secret. */
  private String file(Position at, String path) {
    Path file = folder.resolve(path);
    read.add(file);
    try {
      return Files.readString(file).stripTrailing();
    } catch (IOException e) {
      problems.add(
          Problem.error(
              at, "cannot read " + path + " for its content: " + e.getClass().getSimpleName()));
      return "";
    }
  }
}
