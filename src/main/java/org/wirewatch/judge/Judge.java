package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.wirewatch.model.Attribution;
import org.wirewatch.model.Flag;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Watchlist;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/**
 * Turns an item into a flagged item: which entries of the watchlists it falls under, how much it is
 * about them, and why.
 *
 * <p>Immutable and thread-safe. Changed watchlists make a new judge, which is cheap: what the packs
 * know is read once for all judges.
 */
public final class Judge {
  private final Watches watches;
  private final ItemReader reader;
  private final EventReader events;

  /** What the first judge of a process reads of the packs is half of what a short command does. */
  private Judge(Watches watches) {
    CompletableFuture<EventReader> reading = CompletableFuture.supplyAsync(EventReader::new);
    this.watches = watches;
    this.reader = new ItemReader();
    this.events = reading.join();
  }

  /**
   * A judge for these watchlists; entries that cannot be compiled are left out, see {@link
   * #problems}.
   */
  public static Judge of(Collection<Watchlist> watchlists) {
    return new Judge(Watches.of(watchlists));
  }

  /** The entries that could not be compiled. */
  public List<Unwatchable> problems() {
    return watches.problems();
  }

  /** The item with its flags, in the order of the watchlists and their entries. */
  public FlaggedItem judge(Item item) {
    return judge(item, Tokenizer.tokenize(item));
  }

  private FlaggedItem judge(Item item, Tokens tokens) {
    ItemReader.Read read = reader.read(item, tokens);
    List<EventFinding> findings = watches.needsEvents() ? events.read(read.reading()) : List.of();
    return flagged(item, read.with(findings), findings);
  }

  /**
   * The same for whoever wants flags only: an item that has none of the words that are watched is
   * not read for names, origins and the like, which is most of the work.
   */
  public FlaggedItem screen(Item item) {
    Tokens tokens = Tokenizer.tokenize(item);
    return watches.passesOver(item, tokens)
        ? new FlaggedItem(
            item.id(), item.title(), item.language(), item.published(), Attribution.OWN, List.of())
        : judge(item, tokens);
  }

  /** The item with its flags, what made them, and what is watched and was refused. */
  public Explained explain(Item item) {
    return explain(item, List.of());
  }

  /**
   * The same.
   *
   * @param entries whose queries are explained term by term
   */
  public Explained explain(Item item, List<String> entries) {
    ItemReader.Read read = reader.read(item);
    List<EventDecision> decisions = new ArrayList<>();
    List<EventFinding> findings =
        watches.needsEvents() ? events.read(read.reading(), decisions) : List.of();
    read = read.with(findings);
    FlaggedItem flagged = flagged(item, read, findings);
    Explanation explanation = new Explanation(watches, read, findings, decisions);
    Map<String, List<TermByTerm>> terms = new LinkedHashMap<>();
    for (String entry : entries) {
      terms.put(entry, watches.explain(entry, read.reading(), findings));
    }
    return new Explained(
        flagged, explanation.reasons(flagged), explanation.rejected(flagged), terms);
  }

  /** Whether an entry of this id watches a query that {@link #explain(Item, List)} can take. */
  public boolean asks(String entry) {
    return watches.asks(entry);
  }

  /** What is watched and was refused in an item, in reading order. */
  public List<WhyNot> whyNot(Item item) {
    return explain(item).rejected();
  }

  private FlaggedItem flagged(Item item, ItemReader.Read read, List<EventFinding> findings) {
    ItemReading reading = read.reading();
    List<Watches.Watched> watched = new ArrayList<>();
    addMentioned(read, watched);
    for (EventFinding finding : findings) {
      for (Watches.Watch watch : watches.of("event:" + finding.slug(), item, reading)) {
        watch.flag(finding).ifPresent(flag -> watched.add(new Watches.Watched(watch, flag)));
      }
    }
    watched.addAll(watches.queries(reading, findings));
    return new FlaggedItem(
        item.id(),
        item.title(),
        reading.tokens().language(),
        item.published(),
        read.attribution(),
        watched.stream()
            .sorted(Comparator.comparingInt(each -> each.watch().order()))
            .map(Watches.Watched::flag)
            .toList());
  }

  private void addMentioned(ItemReader.Read read, List<Watches.Watched> watched) {
    ItemReading reading = read.reading();
    Map<Referent, List<Mention>> byReferent = new LinkedHashMap<>();
    for (Mention mention : reading.mentions()) {
      byReferent.computeIfAbsent(mention.referent(), _ -> new ArrayList<>()).add(mention);
    }
    byReferent.forEach((referent, mentions) -> {
      double salience = Optional.ofNullable(read.salience().get(referent)).orElse(0.0);
      for (Watches.Watch watch : watches.of(referent.entry(), reading.item(), reading)) {
        Flag flag = watch.flag(salience, mentions.stream().map(reading::evidence).toList());
        watched.add(new Watches.Watched(watch, flag));
      }
    });
  }
}
