package org.wirewatch.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Holder;
import org.wirewatch.pack.Holder.Office;

/**
 * What Wikidata is asked about leaders, and the names of those who are new.
 *
 * <ul>
 *   <li>The heads of state (P35) and of government (P6) of the countries with a code of ISO 3166-1
 *       (P297).
 *   <li>Who holds a position (P39) that is one of foreign ministers (Q7330070) or of defence
 *       ministers (Q2518691) and applies to such a country (P1001).
 *   <li>The secretaries general (P3975) of the bodies whose head the pack calls so.
 * </ul>
 *
 * <p>Each kind is a query of its own, since the service gives up after a minute.
 */
final class LeadersQuery {
  /** Wikidata has no code of ISO's for Kosovo; this is its item. */
  private static final String KOSOVO = "Q1246";

  private static final String LABELS =
      "'en','es','fr','de','pt','it','nl','pl','tr','ru','uk','ar','fa','he','zh','zh-hans','zh-hant',"
          + "'ja','ko','hi','id'";

  private static final String BODIES =
      "(wd:Q7172 'ARAB-LEAGUE') (wd:Q7768 'ASEAN') (wd:Q7184 'NATO') (wd:Q123759 'OAS')"
          + " (wd:Q7795 'OPEC') (wd:Q1065 'UN')";

  private static final String MIDNIGHT = "T00:00:00Z";

  /** Years; a minister who began earlier and has no end has left unnoticed. */
  private static final int LONGEST_TERM = 20;

  private final QueryService service;
  private final Map<Office, String> unanswered = new EnumMap<>(Office.class);
  private final List<String> unusable = new ArrayList<>();
  private @Nullable String unspelled;

  LeadersQuery(QueryService service) {
    this.service = service;
  }

  /** Answers that could not be used, each with the reason: no code, no English name, no date. */
  List<String> unusable() {
    return unusable;
  }

  /** Why the names of people in other scripts are not known; null where they are. */
  @Nullable String unspelled() {
    return unspelled;
  }

  /** Who is asked. */
  String source() {
    return service.url();
  }

  /** The offices that the service did not answer for, each with the reason. */
  Map<Office, String> unanswered() {
    return unanswered;
  }

  /**
   * Those in office and those who left it since a day. An answer about the heads of states is
   * needed; of the others each counts that comes.
   */
  List<Holder> holders(LocalDate since) {
    List<Holder> holders = new ArrayList<>(ask(heads(since)));
    Map<Office, String> others = new LinkedHashMap<>();
    others.put(Office.FOREIGN_MINISTER, ministers("Q7330070", Office.FOREIGN_MINISTER, since));
    others.put(Office.DEFENCE_MINISTER, ministers("Q2518691", Office.DEFENCE_MINISTER, since));
    others.put(Office.SECRETARY_GENERAL, secretariesGeneral(since));
    others.forEach((office, query) -> {
      try {
        List<Holder> found = ask(query);
        if (found.isEmpty()) {
          unanswered.put(office, service.url() + " names nobody");
        }
        holders.addAll(found);
      } catch (CommandFault e) {
        unanswered.put(office, QueryService.reason(e));
      }
    });
    return holders;
  }

  private static String heads(LocalDate since) {
    return """
    SELECT ?iso ?office ?person ?personLabel ?start ?end WHERE {
      VALUES (?claim ?value ?office) { (p:P35 ps:P35 "state") (p:P6 ps:P6 "government") }
      { ?country wdt:P297 ?iso } UNION { VALUES (?country ?iso) { (wd:%s "XK") } }
      ?country ?claim ?statement .
      ?statement ?value ?person .
      OPTIONAL { ?statement pq:P580 ?start }
      %s
    }\
    """
        .formatted(KOSOVO, held(since));
  }

  /** A statement without a beginning is of no use here: nearly all of them are old. */
  private static String ministers(String position, Office office, LocalDate since) {
    return """
    SELECT ?iso ?office ?person ?personLabel ?start ?end WHERE {
      ?position wdt:P279* wd:%s ; wdt:P1001 ?country .
      { ?country wdt:P297 ?iso } UNION { VALUES (?country ?iso) { (wd:%s "XK") } }
      ?statement ps:P39 ?position ; pq:P580 ?start .
      ?person p:P39 ?statement .
      FILTER(?start >= "%s"^^xsd:dateTime)
      BIND("%s" AS ?office)
      %s
    }\
    """
        .formatted(
            position,
            KOSOVO,
            since.minusYears(LONGEST_TERM) + MIDNIGHT,
            office.name().toLowerCase(Locale.ROOT),
            held(since));
  }

  private static String secretariesGeneral(LocalDate since) {
    return """
    SELECT ?iso ?office ?person ?personLabel ?start ?end WHERE {
      VALUES (?body ?iso) { %s }
      ?body p:P3975 ?statement .
      ?statement ps:P3975 ?person ; pq:P580 ?start .
      BIND("secretary_general" AS ?office)
      %s
    }\
    """
        .formatted(BODIES, held(since));
  }

  /** What all queries say of a statement and of the person. */
  private static String held(LocalDate since) {
    return """
    MINUS { ?statement wikibase:rank wikibase:DeprecatedRank }
      OPTIONAL { ?statement pq:P582 ?end }
      FILTER(!BOUND(?end) || ?end >= "%s"^^xsd:dateTime)
      ?person rdfs:label ?personLabel . FILTER(LANG(?personLabel) = "en")\
    """
        .formatted(since + MIDNIGHT);
  }

  private List<Holder> ask(String query) {
    List<Holder> holders = new ArrayList<>();
    for (Map<String, String> row : service.ask(query)) {
      try {
        holders.add(holder(row));
      } catch (DateTimeException | IllegalArgumentException e) {
        String person = row.getOrDefault("person", "somebody");
        String of = row.getOrDefault("iso", "no country");
        unusable.add(id(person) + " of " + of + ": " + e.getMessage());
      }
    }
    return holders;
  }

  private static Holder holder(Map<String, String> row) {
    String of = row.getOrDefault("iso", "");
    String name = row.getOrDefault("personLabel", "").strip();
    if (!of.matches("[A-Z][A-Z-]+")) {
      throw new IllegalArgumentException("\"" + of + "\" is no code of a country");
    }
    if (name.isEmpty() || name.matches("Q\\d+")) {
      throw new IllegalArgumentException("no English name");
    }
    return new Holder(
        of,
        Office.valueOf(row.getOrDefault("office", "").toUpperCase(Locale.ROOT)),
        id(row.getOrDefault("person", "")),
        name.replace('\t', ' '),
        date(row.get("start")),
        date(row.get("end")));
  }

  private static String id(String person) {
    return person.substring(person.lastIndexOf('/') + 1);
  }

  /** Wikidata's dates are instants at midnight; a year alone has month and day 01. */
  private static @Nullable LocalDate date(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    String plain = value.startsWith("+") ? value.substring(1) : value;
    return LocalDate.parse(plain.substring(0, Math.min(10, plain.length())));
  }

  /**
   * The names of people by id, each by language; none where the service does not answer, which is
   * no reason to forget who holds the offices.
   */
  Map<String, Map<String, String>> labels(Collection<String> ids) {
    Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return labels;
    }
    String query =
        """
        SELECT ?person ?label WHERE {
          VALUES ?person { %s }
          ?person rdfs:label ?label . FILTER(LANG(?label) IN (%s))
        }\
        """
            .formatted(
                ids.stream()
                    .filter(id -> id.matches("[\\w-]+"))
                    .map("wd:"::concat)
                    .collect(Collectors.joining(" ")),
                LABELS);
    try {
      for (Map<String, String> row : service.ask(query)) {
        labels
            .computeIfAbsent(id(row.getOrDefault("person", "")), _ -> new TreeMap<>())
            .put(row.getOrDefault("label@", ""), row.getOrDefault("label", ""));
      }
    } catch (CommandFault e) {
      unspelled = QueryService.reason(e);
    }
    return labels;
  }
}
