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
  private static final Comparator<EntityMention> BY_TOKEN =
      Comparator.comparingInt(EntityMention::first).thenComparingInt(EntityMention::last);

  public ItemText {
    mentions = mentions.isEmpty() ? List.of() : mentions.stream().sorted(BY_TOKEN).toList();
  }

  /** Without judged mentions: entity terms hold nowhere. */
  public static ItemText of(Item item, Tokens tokens) {
    return new ItemText(item, tokens, List.of());
  }
}
