package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.text.Folding;

/**
 * Some queries, compiled together and never changed; what is deleted is masked. Immutable; safe to
 * share between threads.
 */
final class Segment {
  private final Content content;
  private final BitSet deleted;

  private Segment(Content content, BitSet deleted) {
    this.content = content;
    this.deleted = deleted;
  }

  static Segment of(List<Stored> queries) {
    List<Stored> byId = new ArrayList<>(queries);
    byId.sort(Comparator.comparing(Stored::id));
    return new Segment(new Content(byId), new BitSet());
  }

  /** A query and its id. */
  record Stored(String id, CompiledQuery query) {}

  int size() {
    return content.ids.length - deleted.cardinality();
  }

  boolean contains(String id) {
    return number(id) >= 0;
  }

  private int number(String id) {
    int number = content.numberById.get(Folding.hash(id));
    return number >= 0 && content.ids[number].equals(id) && !deleted.get(number) ? number : -1;
  }

  /** This without a query; the same where it has none of that id. */
  Segment without(String id) {
    int number = number(id);
    if (number < 0) {
      return this;
    }
    BitSet more = (BitSet) deleted.clone();
    more.set(number);
    return new Segment(content, more);
  }

  /** The queries not deleted. */
  List<Stored> stored() {
    List<Stored> all = new ArrayList<>();
    for (int i = deleted.nextClearBit(0); i < content.ids.length; i = deleted.nextClearBit(i + 1)) {
      all.add(stored(i));
    }
    return all;
  }

  private Stored stored(int number) {
    return new Stored(content.ids[number], content.query(number));
  }

  @Nullable Stored stored(String id) {
    int number = number(id);
    return number < 0 ? null : stored(number);
  }

  /** Adds the matches of an item, by the ids of their queries. */
  void match(ItemText text, Evaluation evaluation, List<QueryMatch> found) {
    LeafHits hits = evaluation.start(content.table, content.triggersFrom.length - 1, text);
    content.leaves.find(text, evaluation.zones(), evaluation.readings(), evaluation.pairs(), hits);
    MatchSink sink = evaluation.matches();
    for (int met = 0; met < hits.leafCount(); met++) {
      decideListed(hits.leaf(met), evaluation, sink);
    }
    for (int query : content.untriggered) {
      decide(query, evaluation, sink);
    }
    sink.drainTo(found);
  }

  private void decideListed(int leaf, Evaluation evaluation, MatchSink sink) {
    @Nullable List<Place> places = null;
    for (int t = content.triggersFrom[leaf]; t < content.triggersFrom[leaf + 1]; t++) {
      int listed = content.triggered[t];
      int query = Triggers.query(listed);
      if (Triggers.holds(listed)) {
        if (!deleted.get(query)) {
          places = places == null ? evaluation.placesOfLeaf(leaf) : places;
          sink.add(query, new QueryMatch(content.ids[query], places));
        }
      } else if (!Triggers.hasSeveral(listed) || evaluation.isFirstTry(query)) {
        decide(query, evaluation, sink);
      }
    }
  }

  private void decide(int query, Evaluation evaluation, MatchSink sink) {
    int root = content.roots[query];
    if (!deleted.get(query) && evaluation.holds(root)) {
      sink.add(query, new QueryMatch(content.ids[query], evaluation.places(root)));
    }
  }

  /** What all versions of a segment share. */
  private static final class Content {
    private final LeafTrie leaves;
    private final QueryTable table;

    /** In ascending order, so that matches by number are matches by id. */
    private final String[] ids;

    private final String[] sources;
    private final List<Set<String>> languages;
    private final LongIntMap numberById;
    private final int[] roots;

    /** Of each leaf, the queries that cannot hold without one of their triggers. */
    private final int[] triggersFrom;

    private final int[] triggered;

    /** Queries that may hold for an item that has none of their words. */
    private final int[] untriggered;

    Content(List<Stored> queries) {
      int size = queries.size();
      ids = new String[size];
      sources = new String[size];
      roots = new int[size];
      numberById = new LongIntMap(size);
      List<Set<String>> inLanguages = new ArrayList<>(size);
      QueryWriter writer = new QueryWriter();
      for (int i = 0; i < size; i++) {
        Stored stored = queries.get(i);
        ids[i] = stored.id;
        sources[i] = stored.query.source();
        inLanguages.add(stored.query.languages());
        numberById.put(Folding.hash(stored.id), i);
        roots[i] = writer.node(stored.query.query());
      }
      languages = List.copyOf(inLanguages);
      table = writer.table();
      // Only now it is known which words are rare among the queries.
      Triggers triggers = Triggers.of(roots, new TriggerChoice(table, writer.leaves()));
      triggersFrom = triggers.from(writer.leaves().size());
      triggered = triggers.byLeaf(writer.leaves().size());
      untriggered = triggers.untriggered();
      leaves = writer.leaves().trie();
    }

    /** The source is kept and not what was read from it: among a million, that is half the heap. */
    CompiledQuery query(int number) {
      Query query = new QueryParser(sources[number], languages.get(number)).parse();
      return new CompiledQuery(sources[number], languages.get(number), query);
    }
  }

  @Override
  public String toString() {
    return "Segment" + Arrays.asList(size(), content.ids.length);
  }
}
