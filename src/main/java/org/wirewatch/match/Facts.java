package org.wirewatch.match;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Item;
import org.wirewatch.text.Folding;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/** What is known of an item beside its text. */
final class Facts {
  static final Facts EMPTY = new Facts(Item.ofText("none", "", ""), Tokenizer.tokenize("", null));

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Item item;
  private final @Nullable String language;

  /** Of the source, made when first asked for: many queries may ask. */
  private @Nullable String id;

  private @Nullable String name;

  Facts(Item item, Tokens tokens) {
    this.item = item;
    this.language = item.language() != null ? item.language() : tokens.language();
  }

  /**
   * Whether a fact holds: a source by its id or by words of its name, a language by its tag or the
   * beginning of it ("pt" takes "pt-BR"), a category by words of it.
   */
  boolean hold(Query.Fact fact) {
    return switch (fact.kind()) {
      case SOURCE -> isSource(fact.value());
      case LANGUAGE -> isLanguage(fact.value());
      case CATEGORY -> anyHasWords(item.categories(), fact.value());
    };
  }

  private boolean isSource(String asked) {
    String folded = id;
    String words = name;
    if (folded == null || words == null) {
      folded = Folding.fold(item.source().id());
      words = padded(item.source().name());
      id = folded;
      name = words;
    }
    return folded.equals(asked) || words.contains(padded(asked));
  }

  private boolean isLanguage(String asked) {
    if (language == null) {
      return false;
    }
    String own = Folding.fold(language);
    return own.equals(asked) || own.startsWith(asked + "-");
  }

  private static boolean anyHasWords(List<String> texts, String asked) {
    for (String text : texts) {
      if (hasWords(text, asked)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWords(String text, String asked) {
    return padded(text).contains(padded(asked));
  }

  /** The words of a text, a space around each. */
  private static String padded(String text) {
    return " " + NO_LETTERS.matcher(Folding.fold(text)).replaceAll(" ").strip() + " ";
  }
}
