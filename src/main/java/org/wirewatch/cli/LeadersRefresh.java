package org.wirewatch.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.wirewatch.pack.Holder;
import org.wirewatch.pack.Leaders;
import org.wirewatch.pack.LeadersComparison;
import org.wirewatch.pack.LeadersComparison.Change;
import org.wirewatch.pack.LeadersUpdate;
import org.wirewatch.pack.LeadersUpdate.Held;
import org.wirewatch.pack.LeadersUpdate.Names;
import org.wirewatch.pack.LeadersUpdate.Person;
import org.wirewatch.pack.NewcomerNames;

/**
 * Makes an update of what a comparison found: terms begun and ended, who is new, and the spellings
 * of those in office whom the pack writes in Latin letters only.
 */
final class LeadersRefresh {
  private final Leaders leaders;
  private final LeadersComparison comparison;

  LeadersRefresh(Leaders leaders, LeadersComparison comparison) {
    this.leaders = leaders;
    this.comparison = comparison;
  }

  LeadersUpdate update(LeadersQuery query, List<Holder> holders, LocalDate today) {
    Map<String, Person> people = new TreeMap<>();
    for (Change change : comparison.changes()) {
      Holder now = change.now();
      if (now != null && !leaders.has(comparison.slug(now))) {
        String slug = comparison.slug(now);
        people.put(slug, NewcomerNames.person(slug, now.name()));
      }
    }
    List<Held> terms =
        comparison.changes().stream().flatMap(change -> comparison.terms(change).stream()).toList();
    Map<String, Holder> unwritten = new TreeMap<>();
    for (Holder holder : holders) {
      String slug = comparison.slug(holder);
      boolean isKnown = people.containsKey(slug) || leaders.has(slug);
      if (isKnown && (holder.to() == null || holder.to().isAfter(today)) && !isWritten(slug)) {
        unwritten.put(slug, holder);
      }
    }
    List<Person> newcomers = List.copyOf(people.values());
    return new LeadersUpdate(today, query.source(), newcomers, names(query, unwritten), terms);
  }

  private static List<Names> names(LeadersQuery query, Map<String, Holder> unwritten) {
    Map<String, Map<String, String>> labels =
        query.labels(unwritten.values().stream().map(Holder::id).distinct().toList());
    List<Names> names = new ArrayList<>();
    unwritten.forEach((slug, holder) ->
        names.addAll(
            NewcomerNames.names(
                slug, Objects.requireNonNullElse(labels.get(holder.id()), Map.of()))));
    return names;
  }

  /** Whether the pack writes somebody in another script than the Latin one. */
  private boolean isWritten(String slug) {
    return leaders.aliases(slug).stream().anyMatch(alias -> alias.language().equals("ru"));
  }
}
