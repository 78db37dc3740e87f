package org.wirewatch.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the paradigm of a name by its ending, where a language declines names: Russian, Ukrainian
 * and Polish. For names of foreigners, of whom the grammars decline men's in a consonant and
 * everybody's in -а and -я.
 */
final class Declension {
  private Declension() {}

  /** The name with {@code stem/paradigm} in place of each word that is declined. */
  static String of(String language, String name) {
    if (!language.equals("ru") && !language.equals("uk") && !language.equals("pl")) {
      return name;
    }
    List<String> words = new ArrayList<>();
    for (String word : Table.words(name)) {
      words.add(
          switch (language) {
            case "ru" -> russian(word);
            case "uk" -> ukrainian(word);
            default -> polish(word);
          });
    }
    return String.join(" ", words);
  }

  private static String russian(String word) {
    if (word.length() < 3 || word.endsWith("ова") || word.endsWith("ева") || word.endsWith("ина")) {
      return word;
    }
    if (ends(word, "ский", "цкий")) {
      return cut(word, 2) + "/ийп";
    }
    if (ends(word, "ов", "ев", "ёв", "ин", "ын")) {
      return word + "/ов";
    }
    return switch (word.charAt(word.length() - 1)) {
      case 'ж', 'ш', 'ч', 'щ', 'ц' -> word + "/м2";
      case 'й' -> cut(word, 1) + "/й";
      case 'ь' -> cut(word, 1) + "/ь";
      case 'я' -> cut(word, 1) + "/я";
      case 'а' -> cut(word, 1) + (ends(word, "га", "ка", "ха", "жа", "ша", "ча") ? "/а2" : "/а");
      case 'б', 'в', 'г', 'д', 'з', 'к', 'л', 'м', 'н', 'п', 'р', 'с', 'т', 'ф', 'х' -> word + "/м";
      default -> word;
    };
  }

  private static String ukrainian(String word) {
    if (word.length() < 3 || word.endsWith("ова") || word.endsWith("ева") || word.endsWith("іна")) {
      return word;
    }
    if (ends(word, "ський", "цький")) {
      return cut(word, 2) + "/ий";
    }
    if (ends(word, "ов", "єв", "ев", "ін", "їн")) {
      return word + "/ов";
    }
    if (ends(word, "га", "ка", "ха", "ша")) {
      return cut(word, 2) + '/' + word.substring(word.length() - 2);
    }
    return switch (word.charAt(word.length() - 1)) {
      case 'й' -> cut(word, 1) + "/й";
      case 'ь' -> cut(word, 1) + "/ь";
      case 'а' -> cut(word, 1) + "/а";
      case 'б', 'в', 'г', 'ґ', 'д', 'з', 'к', 'л', 'м', 'н', 'п', 'р', 'с', 'т', 'ф', 'х' ->
          word + "/м";
      default -> word;
    };
  }

  private static String polish(String word) {
    if (word.length() < 3) {
      return word;
    }
    if (ends(word, "ski", "cki", "dzki")) {
      return cut(word, 1) + "/i-a";
    }
    if (ends(word, "ba", "da", "ga", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "za")) {
      return cut(word, 2) + '/' + word.substring(word.length() - 2);
    }
    return switch (word.charAt(word.length() - 1)) {
      case 'k', 'g' -> word + "/osk";
      case 'b', 'c', 'd', 'f', 'h', 'j', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'z' ->
          word + "/os";
      default -> word;
    };
  }

  private static boolean ends(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
