package org.wirewatch.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.pack.Holder;
import org.wirewatch.pack.Holder.Office;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.LeadersComparison;
import org.wirewatch.pack.LeadersComparison.Change;
import org.wirewatch.pack.Term;
import tools.jackson.databind.node.ObjectNode;

/** One difference between the pack's leaders and a source's, as a line of output. */
final class LeadersChangeLine {
  private LeadersChangeLine() {}

  static String of(Change change, LeadersComparison comparison, OutputFormat format) {
    return switch (format) {
      case TEXT -> text(change);
      case JSON -> json(change, comparison);
    };
  }

  /** Those who hold an office. */
  static String name(Office office) {
    return switch (office) {
      case STATE -> "heads of state";
      case GOVERNMENT -> "heads of government";
      case FOREIGN_MINISTER -> "foreign ministers";
      case DEFENCE_MINISTER -> "defence ministers";
      case SECRETARY_GENERAL -> "secretaries general";
    };
  }

  private static String text(Change change) {
    Term term = change.term();
    String office = term.of() + ' ' + title(term) + ": ";
    return switch (change.kind()) {
      case ADDED -> "+ " + office + name(change.now()) + " since " + term.from();
      case GONE -> "- " + office + slug(change.was()) + " until " + term.to();
      case CHANGED ->
          "~ "
              + office
              + slug(change.was())
              + " -> "
              + name(change.now())
              + " since "
              + term.from();
    };
  }

  private static String json(Change change, LeadersComparison comparison) {
    Term term = change.term();
    Leader was = change.was();
    Holder now = change.now();
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("change", change.kind().name().toLowerCase(Locale.ROOT));
    line.put("of", term.of());
    line.put("title", title(term));
    line.put("was", was == null ? null : was.slug());
    line.put("now", now == null ? null : comparison.slug(now));
    line.put("name", now == null ? null : now.name());
    line.put("since", now == null ? null : term.from().toString());
    line.put("until", now == null ? String.valueOf(term.to()) : null);
    return line.toString();
  }

  private static String title(Term term) {
    return term.title().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String name(@Nullable Holder holder) {
    return holder == null ? "nobody" : holder.name();
  }

  private static String slug(@Nullable Leader leader) {
    return leader == null ? "nobody" : leader.slug();
  }
}
