package org.wirewatch.pack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirewatch.pack.EventKind.PlaceRole;
import org.wirewatch.text.Folding;

/** Reads the data files of the event pack; their first lines say how they are written. */
final class EventsFile {
  private static final int USUAL_REACH = 10;

  private EventsFile() {}

  static Events read() {
    Map<String, Integer> wordClasses = new HashMap<>();
    for (EventCue cue : EventCue.values()) {
      wordClasses.put(cue.name().toLowerCase(Locale.ROOT), cue.wordClass());
    }
    List<EventKind> kinds = new ArrayList<>();
    Map<String, String> properties = new HashMap<>();
    String slug = "";
    for (String line : Table.lines("events/events.txt")) {
      if (line.startsWith(" ")) {
        int colon = colon(line, "events.txt");
        properties.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      } else {
        addKind(slug, properties, wordClasses, kinds);
        slug = line.strip();
        properties.clear();
      }
    }
    addKind(slug, properties, wordClasses, kinds);
    return new Events(kinds, wordClasses);
  }

  private static void addKind(
      String slug,
      Map<String, String> properties,
      Map<String, Integer> wordClasses,
      List<EventKind> kinds) {
    if (slug.isEmpty()) {
      return;
    }
    kinds.add(
        new EventKind(
            slug,
            text(properties, "name"),
            text(properties, "counts"),
            PlaceRole.valueOf(text(properties, "place").toUpperCase(Locale.ROOT)),
            rules(text(properties, "live"), wordClasses),
            rules(text(properties, "ended"), wordClasses),
            rules(text(properties, "denied"), wordClasses),
            properties.containsKey("reach")
                ? Integer.parseInt(text(properties, "reach"))
                : USUAL_REACH,
            cues(text(properties, "ignore")),
            text(properties, "needs").equals("place"),
            numbers(text(properties, "performed"), wordClasses),
            numbers(text(properties, "figurative"), wordClasses),
            numbers(text(properties, "support"), wordClasses)));
  }

  private static String text(Map<String, String> properties, String name) {
    return properties.getOrDefault(name, "");
  }

  private static Set<EventCue> cues(String names) {
    Set<EventCue> cues = EnumSet.noneOf(EventCue.class);
    for (String name : Table.words(names)) {
      cues.add(EventCue.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return cues;
  }

  private static Set<Integer> numbers(String names, Map<String, Integer> wordClasses) {
    return Table.words(names).stream()
        .map(name -> wordClasses.computeIfAbsent(name, _ -> wordClasses.size()))
        .collect(Collectors.toSet());
  }

  private static List<EventRule> rules(String text, Map<String, Integer> wordClasses) {
    List<EventRule> rules = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(';', start);
      end = end < 0 ? text.length() : end;
      rules.add(rule(text.substring(start, end).strip(), wordClasses));
      start = end + 1;
    }
    return rules;
  }

  /** {@code a + b & c}, or {@code title a}, or {@code placed a + b}. */
  private static EventRule rule(String text, Map<String, Integer> wordClasses) {
    List<Integer> tied = new ArrayList<>();
    List<Integer> nearby = new ArrayList<>();
    int anchor = -1;
    EventRule.Where where = EventRule.Where.ANYWHERE;
    List<Integer> next = tied;
    for (String word : Table.words(text)) {
      switch (word) {
        case "title" -> where = EventRule.Where.HEADLINE;
        case "placed" -> where = EventRule.Where.BESIDE_COUNTRY;
        case "+" -> next = tied;
        case "&" -> next = nearby;
        default -> {
          Integer known = wordClasses.get(word);
          int number = known == null ? wordClasses.size() : known;
          wordClasses.put(word, number);
          if (anchor < 0) {
            anchor = number;
          } else {
            next.add(number);
          }
        }
      }
    }
    return new EventRule(anchor, tied, nearby, where);
  }

  /** The words of one language. */
  static EventLexicon lexicon(String language, Map<String, Integer> wordClasses, BitSet things) {
    String file = language + ".txt";
    List<String> lines = joined(Table.lines("events/" + file));
    if (lines.removeIf(line -> line.equals("include: latin"))) {
      lines.addAll(joined(Table.lines("events/latin.txt")));
    }
    List<String> prefixes = new ArrayList<>();
    boolean inside = false;
    boolean halfspace = false;
    for (String line : lines) {
      if (line.startsWith("prefixes:")) {
        Table.words(line.substring(line.indexOf(':') + 1).strip())
            .forEach(prefix -> prefixes.add(Folding.fold(prefix)));
      }
      inside |= line.startsWith("inside:");
      halfspace |= line.startsWith("halfspace:");
    }
    EventTrie trie = new EventTrie();
    for (String line : lines) {
      if (!line.startsWith("prefixes:")
          && !line.startsWith("inside:")
          && !line.startsWith("halfspace:")) {
        addClass(line, file, halfspace, trie, wordClasses);
      }
    }
    return new EventLexicon(trie, prefixes, inside, things);
  }

  private static void addClass(
      String line,
      String file,
      boolean halfspace,
      EventTrie trie,
      Map<String, Integer> wordClasses) {
    int colon = colon(line, file);
    char last = line.charAt(colon - 1);
    int way =
        switch (last) {
          case '>' -> EventLexicon.FORWARD;
          case '<' -> EventLexicon.BACKWARD;
          default -> EventLexicon.BOTH;
        };
    String name = line.substring(0, way == EventLexicon.BOTH ? colon : colon - 1);
    Integer wordClass = wordClasses.get(name);
    if (wordClass == null) {
      throw new IllegalStateException(file + ": no rule speaks of the class " + name);
    }
    for (String phrase : Table.texts(line.substring(colon + 1))) {
      String clean = normalised(phrase);
      if (!clean.isEmpty()) {
        for (String spelling : halfspace ? joinings(clean) : List.of(clean)) {
          EventLexicon.add(trie, spelling, wordClass, way);
        }
      }
    }
  }

  /** Persian parts the members of a word by a blank or by none that shows: each is tried. */
  private static List<String> joinings(String phrase) {
    int blank = phrase.indexOf(' ');
    if (blank < 0) {
      return List.of(phrase);
    }
    List<String> spellings = new ArrayList<>();
    String head = phrase.substring(0, blank);
    for (String rest : joinings(phrase.substring(blank + 1))) {
      spellings.add(head + ' ' + rest);
      spellings.add(head + rest);
    }
    return spellings;
  }

  /** Folded, with one blank wherever the tokens of a text part. */
  private static String normalised(String phrase) {
    String folded = Folding.fold(phrase);
    StringBuilder clean = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '*' || isMark(c)) {
        clean.append(c);
      } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
        clean.append(' ');
      }
    }
    int length = clean.length();
    return length > 0 && clean.charAt(length - 1) == ' '
        ? clean.substring(0, length - 1)
        : clean.toString();
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Lines that begin with a blank go on with the one before. */
  private static List<String> joined(List<String> lines) {
    List<String> joined = new ArrayList<>(lines.size());
    for (String line : lines) {
      if (line.startsWith(" ") && !joined.isEmpty()) {
        joined.set(joined.size() - 1, joined.getLast() + line);
      } else {
        joined.add(line);
      }
    }
    return joined;
  }

  private static int colon(String line, String file) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new IllegalStateException(file + ": no colon in: " + line);
    }
    return colon;
  }
}
