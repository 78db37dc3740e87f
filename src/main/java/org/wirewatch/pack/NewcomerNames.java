package org.wirewatch.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the spellings of somebody new to the pack from the labels that Wikidata has. A surname of a
 * newcomer counts only beside a title or after a full mention: nobody has looked whether it is also
 * a word, a town or somebody else.
 */
public final class NewcomerNames {
  private NewcomerNames() {}

  /** The person with the English label. */
  public static LeadersUpdate.Person person(String slug, String label) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(Slugs.ascii(label));
    surname(label, " ")
        .ifPresent(name -> {
          spellings.add('~' + name);
          spellings.add('~' + Slugs.ascii(name));
        });
    spellings.remove(label);
    return new LeadersUpdate.Person(slug, label, String.join("|", spellings));
  }

  /**
   * The spellings in the languages of the packs.
   *
   * @param labels by language; {@code zh-hans}, {@code zh-hant} and the like count as {@code zh}
   */
  public static List<LeadersUpdate.Names> names(String slug, Map<String, String> labels) {
    Map<String, Set<String>> byLanguage = new TreeMap<>();
    labels.forEach((tag, label) -> {
      String language = tag.startsWith("zh") ? "zh" : tag;
      if (CountriesFile.LANGUAGES.contains(language)) {
        byLanguage
            .computeIfAbsent(language, _ -> new LinkedHashSet<>())
            .addAll(spellings(language, label));
      }
    });
    List<LeadersUpdate.Names> names = new ArrayList<>();
    byLanguage.forEach((language, spellings) ->
        names.add(new LeadersUpdate.Names(slug, language, String.join("|", spellings))));
    return names;
  }

  private static List<String> spellings(String language, String label) {
    String name = inOrder(label);
    if (name.indexOf('|') >= 0 || name.indexOf('/') >= 0 || name.indexOf('\t') >= 0) {
      return List.of();
    }
    List<String> spellings = new ArrayList<>();
    spellings.add(Declension.of(language, name));
    String between =
        switch (language) {
          case "zh" -> "·";
          case "ja" -> "・";
          default -> " ";
        };
    surname(name, between)
        .ifPresent(surname -> spellings.add('~' + Declension.of(language, surname)));
    return spellings;
  }

  /** Russian and Ukrainian labels have the surname first and the patronymic last. */
  private static String inOrder(String label) {
    int comma = label.indexOf(", ");
    if (comma < 0) {
      return label;
    }
    String given = label.substring(comma + 2);
    int blank = given.indexOf(' ');
    return (blank < 0 ? given : given.substring(0, blank)) + ' ' + label.substring(0, comma);
  }

  private static Optional<String> surname(String name, String between) {
    int last = name.lastIndexOf(between);
    String surname = last < 0 ? "" : name.substring(last + between.length());
    return surname.length() < 2 || surname.chars().anyMatch(Character::isDigit)
        ? Optional.empty()
        : Optional.of(surname);
  }
}
