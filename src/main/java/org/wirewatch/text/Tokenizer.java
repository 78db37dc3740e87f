package org.wirewatch.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Field;
import org.wirewatch.model.Item;

/** Cuts the text of an item into {@link Tokens}. The front door of this package. */
public final class Tokenizer {
  private Tokenizer() {}

  /** The tokens of all fields; the language is the item's own, else the one detected. */
  public static Tokens tokenize(Item item) {
    String[] texts = {item.title(), item.summary(), item.body()};
    String language = base(item.language());
    if (language == null) {
      language = LanguageDetector.detect(sample(texts)).orElse(null);
    }
    return scan(texts, language);
  }

  /**
   * The tokens of one piece of text, as if it were a title; for phrases of watchlists and packs.
   *
   * @param language BCP 47; null leaves out what only holds in one language
   */
  public static Tokens tokenize(String text, @Nullable String language) {
    return scan(new String[] {text, "", ""}, base(language));
  }

  private static Tokens scan(String[] texts, @Nullable String language) {
    int chars = 0;
    for (String text : texts) {
      chars += text.length();
    }
    TokensBuilder out = new TokensBuilder(chars);
    int paragraph = 0;
    Tokens tokens = new Tokens(texts, language, out);
    for (Field field : Field.values()) {
      String text = tokens.text(field);
      if (!text.isEmpty()) {
        paragraph = new TokenScanner(text, field, language, out).scan(paragraph);
      }
    }
    return tokens;
  }

  /** Enough of an item to tell its language. */
  private static String sample(String[] texts) {
    StringBuilder sample = new StringBuilder(1200);
    for (String text : texts) {
      sample
          .append(text, 0, Math.min(text.length(), 1000 - Math.min(1000, sample.length())))
          .append('\n');
    }
    return sample.toString();
  }

  private static @Nullable String base(@Nullable String language) {
    if (language == null || language.isBlank()) {
      return null;
    }
    int end = 0;
    while (end < language.length() && Character.isLetter(language.charAt(end))) {
      end++;
    }
    String base = language.substring(0, end).toLowerCase(Locale.ROOT);
    return switch (base) {
      case "", "und", "mul", "zxx" -> null;
      case "iw" -> "he";
      case "in" -> "id";
      case "nb", "nn" -> "no";
      default -> base;
    };
  }
}
