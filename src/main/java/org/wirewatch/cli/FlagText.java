package org.wirewatch.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wirewatch.judge.Explained;
import org.wirewatch.judge.TermByTerm;
import org.wirewatch.judge.Weighed;
import org.wirewatch.judge.Why;
import org.wirewatch.judge.WhyNot;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Flag;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Status;
import picocli.CommandLine.Help.Ansi;

/**
 * A flagged item for people: what it is filed under, loudest first, with the words that made it so.
 */
final class FlagText {
  private static final int SHOWN = 3;
  private static final int QUOTE = 160;
  private static final int CUES = 6;

  private final Ansi ansi;

  FlagText(boolean colour) {
    this.ansi = colour ? Ansi.ON : Ansi.OFF;
  }

  String of(Item item, FlaggedItem flagged) {
    return item(item, flagged).append('\n').toString();
  }

  /** The same, with the reasons for each flag, what was read and refused, and queries' terms. */
  String of(Item item, Explained explained) {
    StringBuilder text = item(item, explained.flagged());
    for (Why why : explained.reasons()) {
      if (!why.cues().isEmpty()) {
        text.append("  why ")
            .append(why.entry())
            .append(": ")
            .append(cues(why.cues()))
            .append('\n');
      }
    }
    for (WhyNot not : explained.rejected()) {
      text.append("  not ").append(styled("faint", not.entry())).append(": ").append(not.reason());
      if (not.decision() == WhyNot.Decision.EVENT) {
        text.append(" (").append(cues(not.cues())).append(')');
      }
      text.append("\n      ").append(quote(item, not.evidence())).append('\n');
    }
    explained
        .terms()
        .forEach((entry, reasons) -> {
          text.append("  terms of ").append(entry).append(":\n");
          lines(reasons).forEach(line -> text.append("      ").append(line).append('\n'));
        });
    return text.append('\n').toString();
  }

  /** What shuts an item out, and one line a part of a query. */
  static List<String> lines(List<TermByTerm> reasons) {
    return reasons.stream().flatMap(reason -> reason.lines().stream()).toList();
  }

  /** The heaviest first: {@code title +1.22, lead +1.10}, or the cue words with their quotes. */
  private static String cues(List<Weighed> cues) {
    return cues.stream()
        .limit(CUES)
        .map(cue -> {
          Evidence span = cue.span();
          return span == null
              ? String.format(Locale.ROOT, "%s %+.2f", cue.cue(), cue.weight())
              : cue.cue() + " \"" + span.text().replaceAll("\\s+", " ") + "\"";
        })
        .collect(Collectors.joining(", "));
  }

  private StringBuilder item(Item item, FlaggedItem flagged) {
    StringBuilder text = new StringBuilder();
    text.append(styled("bold", headline(item))).append('\n');
    List<Flag> flags = new ArrayList<>(flagged.flags());
    flags.sort(
        Comparator.comparing(Flag::about)
            .reversed()
            .thenComparing(Flag::salience, Comparator.reverseOrder()));
    for (Flag flag : flags) {
      flag(text, item, flag);
    }
    if (flags.isEmpty()) {
      text.append("  nothing flagged\n");
    }
    if (!flagged.attribution().originals().isEmpty()) {
      text.append("  says who: ")
          .append(String.join(", ", flagged.attribution().originals()))
          .append('\n');
    }
    return text;
  }

  private static String headline(Item item) {
    String text =
        item.title().isBlank()
            ? item.body().isBlank() ? item.summary() : item.body()
            : item.title();
    String line = text.strip().lines().findFirst().orElse(item.id());
    return line.length() <= 100
        ? line
        : line.substring(
                0, line.offsetByCodePoints(0, Math.min(99, line.codePointCount(0, line.length()))))
            + "…";
  }

  private void flag(StringBuilder text, Item item, Flag flag) {
    text.append("  ")
        .append(styled(flag.about() ? "bold,yellow" : "faint", flag.entry()))
        .append("  ")
        .append(flag.name());
    Status status = flag.status();
    if (status != null) {
      text.append("  ").append(status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (!flag.places().isEmpty()) {
      text.append(" in ").append(String.join(", ", flag.places()));
    }
    if (!flag.actors().isEmpty()) {
      text.append(" by ").append(String.join(", ", flag.actors()));
    }
    text.append(
        String.format(
                Locale.ROOT,
                "  %s %.2f, %d mention%s  [%s]%n",
                flag.about() ? "about" : "in passing",
                flag.salience(),
                flag.mentions(),
                flag.mentions() == 1 ? "" : "s",
                flag.watchlist())
            .replace("\r\n", "\n"));
    flag.evidence().stream()
        .limit(SHOWN)
        .forEach(e -> text.append("      ").append(quote(item, e)).append('\n'));
  }

  private String quote(Item item, Evidence e) {
    String field = item.text(e.field());
    int from = Math.max(e.sentence().getFirst(), e.start() - QUOTE / 2);
    int to = Math.min(e.sentence().getLast(), e.end() + QUOTE / 2);
    String before = field.substring(Math.min(from, e.start()), e.start());
    String after = field.substring(e.end(), Math.max(to, e.end()));
    return ((from > e.sentence().getFirst() ? "…" : "") + before).replaceAll("\\s+", " ")
        + styled("bold,underline", e.text())
        + (after + (to < e.sentence().getLast() ? "…" : "")).replaceAll("\\s+", " ");
  }

  /** Picocli's markup is avoided: a text may hold its signs. */
  private String styled(String styles, String text) {
    if (!ansi.enabled()) {
      return text;
    }
    Ansi.IStyle[] parsed = Ansi.Style.parse(styles);
    return Ansi.Style.on(parsed) + text + Ansi.Style.off(parsed);
  }
}
