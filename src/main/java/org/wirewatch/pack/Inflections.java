package org.wirewatch.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the inflected forms of {@code stem/paradigm}. Several inflected words in one text change
 * together, as adjective and noun do: {@code Северн/ая Коре/я} gives Северная Корея, Северной Кореи
 * and so on, so the paradigms of such words list their endings in the same order of cases.
 */
final class Inflections {
  private final Map<String, List<String>> endings = new HashMap<>();

  static Inflections read() {
    Inflections inflections = new Inflections();
    for (String[] row : Table.rows("inflections.tsv", 3)) {
      inflections.endings.put(
          key(row[0], row[1]),
          Table.words(row[2]).stream().map(ending -> ending.equals("-") ? "" : ending).toList());
    }
    return inflections;
  }

  /** All forms of a text; the text itself where nothing in it is inflected. */
  List<String> forms(String text, String language) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return List.of(text);
    }
    List<String> words = Table.words(text);
    int cases = Integer.MAX_VALUE;
    for (String word : words) {
      if (word.indexOf('/') >= 0) {
        cases = Math.min(cases, endings(word, language).size());
      }
    }
    List<String> forms = new ArrayList<>(cases);
    for (int i = 0; i < cases; i++) {
      String form = form(words, i, language);
      if (!forms.contains(form)) {
        forms.add(form);
      }
    }
    return forms;
  }

  private String form(List<String> words, int index, String language) {
    StringBuilder form = new StringBuilder();
    for (String word : words) {
      if (!form.isEmpty()) {
        form.append(' ');
      }
      int slash = word.indexOf('/');
      if (slash < 0) {
        form.append(word);
      } else {
        form.append(word, 0, slash).append(endings(word, language).get(index));
      }
    }
    return form.toString();
  }

  private List<String> endings(String word, String language) {
    String paradigm = word.substring(word.indexOf('/') + 1);
    List<String> found = endings.get(key(language, paradigm));
    if (found == null) {
      throw new IllegalStateException("no paradigm " + paradigm + " in " + language + ": " + word);
    }
    return found;
  }

  private static String key(String language, String paradigm) {
    return language + '/' + paradigm;
  }
}
