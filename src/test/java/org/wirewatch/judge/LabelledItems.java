package org.wirewatch.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wirewatch.json.Json;
import org.wirewatch.model.Item;
import tools.jackson.databind.JsonNode;

/**
 * The project's own labelled items. They were split once: weights are learnt from and rules written
 * against {@link #development}, while {@link #heldOut} is only ever measured.
 */
final class LabelledItems {
  /**
   * An item with what a desk editor says of it.
   *
   * @param mentions countries that it speaks of
   * @param about those of them that it is filed under; empty Optional where nobody judged that
   * @param not countries that it only seems to speak of
   */
  record Labelled(Item item, Set<String> mentions, Optional<Set<String>> about, Set<String> not) {}

  private LabelledItems() {}

  /** Those of a set by its name. */
  static List<Labelled> of(String set) {
    return read(set + ".jsonl");
  }

  static List<Labelled> development() {
    return of("development");
  }

  static List<Labelled> heldOut() {
    return of("held-out");
  }

  private static List<Labelled> read(String name) {
    try (InputStream in = LabelledItems.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> labelled(Json.mapper().readTree(line))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Labelled labelled(JsonNode node) {
    Set<String> mentions = codes(node, "mentions");
    Optional<Set<String>> about =
        node.has("about") ? Optional.of(codes(node, "about")) : Optional.empty();
    about.ifPresent(mentions::addAll);
    return new Labelled(Json.readItem(node), mentions, about, codes(node, "not"));
  }

  private static Set<String> codes(JsonNode node, String name) {
    Set<String> codes = new TreeSet<>();
    node.path(name).forEach(code -> codes.add(code.asString()));
    return codes;
  }

  /** The countries of an item with their features, by code. */
  static List<Map.Entry<String, Map<Feature, Double>>> features(ItemReader reader, Item item) {
    List<Map.Entry<String, Map<Feature, Double>>> rows = new ArrayList<>();
    reader
        .countryFeatures(item)
        .forEach((referent, features) ->
            rows.add(Map.entry(((Referent.Country) referent).code(), features)));
    return rows;
  }
}
