package org.wirewatch.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/** Queries and items made up from few words, so that they often meet. */
final class Generated {
  private static final List<String> WORDS =
      List.of(
          "close",
          "closed",
          "closing",
          "airspace",
          "air-space",
          "cease-fire",
          "ceasefire",
          "cease",
          "fire",
          "US",
          "us",
          "U.S.",
          "Turkey",
          "turkey",
          "carrier",
          "carriers",
          "Carrier's",
          "the",
          "port",
          "ports",
          "São",
          "Sao",
          "Tomé",
          "Украина",
          "Украины",
          "украинский",
          "закрыли",
          "закрыть",
          "中",
          "国",
          "关",
          "والصين",
          "الصين",
          "للصين",
          "이란",
          "이란은",
          "NATO",
          "וטורקיה",
          "טורקיה",
          "Straße",
          "Strasse",
          "İstanbul'da",
          "istanbul",
          "Ёлка",
          "елка",
          "台灣",
          "台湾",
          "トルコ",
          "น่านฟ้า",
          "#AirspaceClosed",
          "cerraron",
          "cerrar",
          "Kriege",
          "Krieg",
          "women",
          "woman",
          "warship",
          "warships",
          "war");

  private static final List<String> BREAKS = List.of(". ", ".\n", "? ", ", ", " ");

  private final Random random;

  Generated(long seed) {
    this.random = new Random(seed);
  }

  ItemText itemText() {
    Item item =
        Item.ofText("i", text(6), text(30))
            .withLanguage(pick(List.of("en", "ru", "ar", "de", "es", "tr", "he", "zh")));
    Tokens tokens = Tokenizer.tokenize(item);
    List<EntityMention> mentions = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0 && tokens.size() > 3; i--) {
      int first = random.nextInt(tokens.size());
      mentions.add(new EntityMention("country:" + pick(List.of("VE", "CO")), first, first));
    }
    return new ItemText(item, tokens, mentions);
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(words) + 1; i > 0; i--) {
      text.append(pick(WORDS)).append(random.nextInt(4) == 0 ? pick(BREAKS) : " ");
    }
    return text.toString();
  }

  /** A query of the watchlist language. */
  String query(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return operand(0);
    }
    return switch (random.nextInt(9)) {
      case 0, 1 -> "(" + query(depth - 1) + " AND " + query(depth - 1) + ")";
      case 2, 3 -> "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
      case 4 -> "(" + query(depth - 1) + " AND NOT " + query(depth - 1) + ")";
      case 5 -> "NOT " + operand(0);
      case 6 -> "ATLEAST/" + (1 + random.nextInt(3)) + " " + operand(1);
      case 7 -> pick(List.of("*", "lang:en", "lang:ru", "source:unknown", "category:x"));
      default -> operand(depth);
    };
  }

  /** Something that has places. */
  private String operand(int depth) {
    if (depth == 0) {
      return leaf();
    }
    int n = 1 + random.nextInt(6);
    return switch (random.nextInt(7)) {
      case 0 -> "(" + operand(depth - 1) + " W/" + n + " " + operand(depth - 1) + ")";
      case 1 -> "(" + operand(depth - 1) + " NEAR/" + n + " " + operand(depth - 1) + ")";
      case 2 -> "(" + operand(depth - 1) + " SAME " + operand(depth - 1) + ")";
      case 3 -> "PARA(" + operand(depth - 1) + " " + operand(depth - 1) + " " + leaf() + ")";
      case 4 -> "(" + operand(depth - 1) + " OR " + operand(depth - 1) + ")";
      case 5 ->
          pick(List.of("title:", "lead:", "body:")) + "(" + leaf() + " NEAR/4 " + leaf() + ")";
      default -> leaf();
    };
  }

  private String leaf() {
    return switch (random.nextInt(12)) {
      case 0 -> '"' + pick(WORDS) + " " + pick(WORDS) + '"';
      case 1 -> '"' + pick(WORDS) + " " + pick(WORDS) + " " + pick(WORDS) + '"';
      case 2 -> pick(List.of("EXACT(", "CAPS(", "ALLCAPS(", "NOCAPS(")) + pick(WORDS) + ")";
      case 3 -> pick(List.of("war*", "wom?n", "air*ce", "car?ier*", "Украин*"));
      case 4 -> pick(List.of("country:VE", "country:CO"));
      case 5 -> pick(List.of("title:", "lead:", "body:")) + pick(WORDS);
      default -> pick(WORDS);
    };
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
