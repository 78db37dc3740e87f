package org.wirewatch.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Holder;

/**
 * What Wikidata is asked about leaders: the heads of state (P35) and of government (P6) of the
 * countries with a code of ISO 3166-1 (P297), and the names of those who are new.
 */
final class LeadersQuery {
  /** Wikidata has no code of ISO's for Kosovo; this is its item. */
  private static final String KOSOVO = "Q1246";

  private static final String LABELS =
      "'en','es','fr','de','pt','it','nl','pl','tr','ru','uk','ar','fa','he','zh','zh-hans','zh-hant',"
          + "'ja','ko','hi','id'";

  private final QueryService service;
  private int unusable;

  LeadersQuery(QueryService service) {
    this.service = service;
  }

  /** Answers that could not be used: no code, no English name, a date that is none. */
  int unusable() {
    return unusable;
  }

  /** Who is asked. */
  String source() {
    return service.url();
  }

  /** Those in office and those who left it since a day. */
  List<Holder> holders(LocalDate since) {
    String query =
        """
        SELECT ?country ?iso ?office ?person ?personLabel ?start ?end WHERE {
          VALUES (?claim ?value ?office) { (p:P35 ps:P35 "state") (p:P6 ps:P6 "government") }
          { ?country wdt:P297 ?iso } UNION { VALUES (?country ?iso) { (wd:%s "XK") } }
          ?country ?claim ?statement .
          ?statement ?value ?person .
          MINUS { ?statement wikibase:rank wikibase:DeprecatedRank }
          OPTIONAL { ?statement pq:P580 ?start }
          OPTIONAL { ?statement pq:P582 ?end }
          FILTER(!BOUND(?end) || ?end >= "%sT00:00:00Z"^^xsd:dateTime)
          ?person rdfs:label ?personLabel . FILTER(LANG(?personLabel) = "en")
        }\
        """
            .formatted(KOSOVO, since);
    List<Holder> holders = new ArrayList<>();
    for (Map<String, String> row : service.ask(query)) {
      Holder holder = holder(row);
      if (holder == null) {
        unusable++;
      } else {
        holders.add(holder);
      }
    }
    return holders;
  }

  private static @Nullable Holder holder(Map<String, String> row) {
    String of = row.getOrDefault("iso", "");
    String office = row.getOrDefault("office", "");
    String name = row.getOrDefault("personLabel", "").strip();
    String person = row.getOrDefault("person", "");
    boolean known = office.equals("state") || office.equals("government");
    if (!of.matches("[A-Z]{2}") || !known || name.isEmpty() || name.matches("Q\\d+")) {
      return null;
    }
    try {
      return new Holder(
          of,
          office.equals("state"),
          person.substring(person.lastIndexOf('/') + 1),
          name.replace('\t', ' '),
          date(row.get("start")),
          date(row.get("end")));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Wikidata's dates are instants at midnight; a year alone has month and day 01. */
  private static @Nullable LocalDate date(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    String plain = value.startsWith("+") ? value.substring(1) : value;
    return LocalDate.parse(plain.substring(0, Math.min(10, plain.length())));
  }

  /** The names of people by id, each by language. */
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
    for (Map<String, String> row : service.ask(query)) {
      String person = row.getOrDefault("person", "");
      labels
          .computeIfAbsent(person.substring(person.lastIndexOf('/') + 1), _ -> new TreeMap<>())
          .put(row.getOrDefault("label@", ""), row.getOrDefault("label", ""));
    }
    return labels;
  }
}
