package org.wirewatch.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML 1.2 document of which every value knows where it stands. Immutable. */
sealed interface Yaml {
  /** Where the value begins. */
  Position at();

  /** {@code key: value} pairs in the order written. */
  record Mapping(Position at, List<Pair> pairs) implements Yaml {}

  /** A list. */
  record Sequence(Position at, List<Yaml> items) implements Yaml {}

  /**
   * A single value as text.
   *
   * @param isNull whether it is YAML's null (nothing, {@code ~} or {@code null}, unquoted)
   * @param isQuoted whether a quote stands before the text
   */
  record Scalar(Position at, String text, boolean isNull, boolean isQuoted) implements Yaml {
    /** Where in the file a place in the text is; exact for texts written in one line. */
    Position in(int line, int column) {
      return at.plus(line - 1, column - 1 + (isQuoted && line == 1 ? 1 : 0));
    }
  }

  /** One pair of a mapping. */
  record Pair(Position at, String key, Yaml value) {}

  /** What this is, for messages. */
  default String describe() {
    return switch (this) {
      case Mapping _ -> "a mapping";
      case Sequence _ -> "a list";
      case Scalar s -> s.isNull() ? "nothing" : "'" + s.text() + "'";
    };
  }

  /**
   * Reads a document; an empty one is an empty mapping. Never throws: what cannot be read is a
   * problem.
   *
   * @param file the name for positions
   */
  static Loaded<Yaml> read(String file, String text) {
    List<Problem> problems = new ArrayList<>();
    Position start = new Position(file, 1, 1);
    Yaml nothing = new Mapping(start, List.of());
    try {
      Optional<Node> root = new Compose(Converter.SETTINGS).composeString(text);
      Converter converter = new Converter(file, problems);
      return new Loaded<>(root.map(converter::convert).orElse(nothing), problems);
    } catch (MarkedYamlEngineException e) {
      Position at = e.getProblemMark().map(m -> Converter.position(file, m)).orElse(start);
      problems.add(Problem.error(at, "this is not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(Problem.error(start, "this is not YAML: " + e.getMessage()));
    } catch (StackOverflowError e) {
      problems.add(
          Problem.error(
              start, "nested too deep to be meant; no file of ours needs more than ten levels"));
    }
    return new Loaded<>(nothing, problems);
  }

  /**
   * From the parser's nodes to ours, bounded against documents that multiply themselves by aliases.
   */
  final class Converter {
    static final LoadSettings SETTINGS =
        LoadSettings.builder()
            .setCodePointLimit(256 * 1024 * 1024)
            .setMaxAliasesForCollections(50)
            .build();

    private static final int MAX_VALUES = 20_000_000;

    private final String file;
    private final List<Problem> problems;
    private int values;

    private Converter(String file, List<Problem> problems) {
      this.file = file;
      this.problems = problems;
    }

    private static Position position(String file, Mark mark) {
      return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Position position(Node node) {
      return node.getStartMark().map(m -> position(file, m)).orElse(new Position(file, 1, 1));
    }

    private Yaml convert(Node node) {
      if (++values > MAX_VALUES || node.isRecursive()) {
        throw new YamlEngineException(
            "its aliases (&, *) multiply it beyond " + MAX_VALUES + " values");
      }
      return switch (node) {
        case MappingNode mapping -> mapping(mapping);
        case SequenceNode sequence ->
            new Sequence(position(node), sequence.getValue().stream().map(this::convert).toList());
        case ScalarNode scalar ->
            new Scalar(
                position(node),
                scalar.getValue(),
                scalar.getTag().equals(Tag.NULL),
                !scalar.isPlain());
        default -> throw new YamlEngineException("unexpected " + node.getNodeType());
      };
    }

    private Mapping mapping(MappingNode mapping) {
      List<Pair> pairs = new ArrayList<>();
      Map<String, Position> seen = new HashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Position at = position(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          problems.add(Problem.error(at, "a key is a single word, not a list or a mapping"));
          continue;
        }
        Position earlier = seen.putIfAbsent(key.getValue(), at);
        if (earlier != null) {
          problems.add(
              Problem.error(
                  at,
                  "'"
                      + key.getValue()
                      + "' stands already in line "
                      + earlier.line()
                      + "; keep one of them"));
          continue;
        }
        pairs.add(new Pair(at, key.getValue(), convert(tuple.getValueNode())));
      }
      return new Mapping(position(mapping), List.copyOf(pairs));
    }
  }
}
