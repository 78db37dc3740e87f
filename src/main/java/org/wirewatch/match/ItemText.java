package org.wirewatch.match;

import java.util.Comparator;
import java.util.List;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokens;

/**
 * What queries are matched against: an item, its tokens, and the mentions already judged.
 *
 * @param mentions in any order
 */
public record ItemText(Item item, Tokens tokens, List<EntityMention> mentions) {
  public ItemText {
    mentions =
        mentions.stream()
            .sorted(
                Comparator.comparingInt(EntityMention::first).thenComparingInt(EntityMention::last))
            .toList();
  }

  /** Without judged mentions: entity terms hold nowhere. */
  public static ItemText of(Item item, Tokens tokens) {
    return new ItemText(item, tokens, List.of());
  }
}
