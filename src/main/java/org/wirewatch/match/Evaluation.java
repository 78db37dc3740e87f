package org.wirewatch.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.text.Tokens;

/**
 * What holds for one item, and where. A node shared by many queries is evaluated once an item. Used
 * item after item, confined to one thread.
 */
final class Evaluation {
  private final Readings readings = new Readings();
  private final WordPairs pairs = new WordPairs();
  private final LeafHits hits = new LeafHits();
  private final IntIntMap tried = new IntIntMap();
  private final IntIntMap truths = new IntIntMap();
  private final IntIntMap listNumbers = new IntIntMap();
  private final List<Intervals> lists = new ArrayList<>();
  private final MatchSink matches = new MatchSink();
  private final PlaceSink sink = new PlaceSink();
  private final IntIntMap placeNumbers = new IntIntMap();
  private final List<List<Place>> placeLists = new ArrayList<>();

  /** Of each sentence of the item; set by {@link #read}. */
  private byte[] zones = new byte[64];

  /** Of one segment and one item; set by {@link #start}. */
  private QueryTable table = new QueryTable();

  private Relations relations = Relations.EMPTY;
  private Facts facts = Facts.EMPTY;

  /** Takes up an item, for all segments. */
  void read(Tokens tokens) {
    if (zones.length < tokens.sentenceCount()) {
      zones = new byte[tokens.sentenceCount() * 2];
    }
    Zone.bySentence(tokens, zones);
  }

  byte[] zones() {
    return zones;
  }

  Readings readings() {
    return readings;
  }

  WordPairs pairs() {
    return pairs;
  }

  /** Emptied by {@link #start}. */
  MatchSink matches() {
    return matches;
  }

  LeafHits start(QueryTable queries, int leaves, ItemText text) {
    hits.clear(leaves);
    matches.clear();
    tried.clear();
    truths.clear();
    listNumbers.clear();
    lists.clear();
    placeNumbers.clear();
    placeLists.clear();
    table = queries;
    Tokens tokens = text.tokens();
    relations = new Relations(tokens);
    facts = new Facts(text.item(), tokens);
    return hits;
  }

  /** Whether this is the first time that a query is tried for the item. */
  boolean isFirstTry(int query) {
    if (tried.get(query) != IntIntMap.ABSENT) {
      return false;
    }
    tried.put(query, 1);
    return true;
  }

  /** Whether a node holds for the item. */
  boolean holds(int node) {
    if (QueryTable.isLeaf(node)) {
      return hits.has(QueryTable.leaf(node));
    }
    QueryTable.Op op = table.op(node);
    if (!table.isShared(node)) {
      return computed(op, node);
    }
    int known = truths.get(node);
    if (known == IntIntMap.ABSENT) {
      known = computed(op, node) ? 1 : 0;
      truths.put(node, known);
    }
    return known == 1;
  }

  private boolean computed(QueryTable.Op op, int node) {
    return switch (op) {
      case ALL -> true;
      case LEAF -> hits.has(QueryTable.leaf(node));
      case FACT -> facts.hold(table.fact(node));
      case NOT -> !holds(table.child(table.childrenFrom(node)));
      case AND -> all(node);
      case OR -> any(node);
      case WITHIN, NEAR, SENTENCE, PARAGRAPH -> !intervals(node).isEmpty();
      case AT_LEAST ->
          intervals(table.child(table.childrenFrom(node))).size() >= table.argument(node);
    };
  }

  private boolean all(int node) {
    for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
      if (!holds(table.child(c))) {
        return false;
      }
    }
    return true;
  }

  private boolean any(int node) {
    for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
      if (holds(table.child(c))) {
        return true;
      }
    }
    return false;
  }

  /** Where a node holds; nowhere for nodes that have no places. */
  Intervals intervals(int node) {
    int known = listNumbers.get(node);
    if (known != IntIntMap.ABSENT) {
      return lists.get(known);
    }
    Intervals found = found(node);
    listNumbers.put(node, lists.size());
    lists.add(found);
    return found;
  }

  private Intervals found(int node) {
    return switch (table.op(node)) {
      case LEAF -> hits.intervals(QueryTable.leaf(node));
      case OR -> relations.union(operands(node));
      case WITHIN -> relations.within(table.argument(node), operand(node, 0), operand(node, 1));
      case NEAR -> relations.near(table.argument(node), operand(node, 0), operand(node, 1));
      case SENTENCE -> relations.together(operands(node), true);
      case PARAGRAPH -> relations.together(operands(node), false);
      case ALL, FACT, NOT, AND, AT_LEAST -> Intervals.NONE;
    };
  }

  private Intervals operand(int node, int number) {
    return intervals(table.child(table.childrenFrom(node) + number));
  }

  private List<Intervals> operands(int node) {
    List<Intervals> operands = new ArrayList<>();
    for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
      operands.add(intervals(table.child(c)));
    }
    return operands;
  }

  /** The places of what made a node hold; one list for all queries that are this node. */
  List<Place> places(int node) {
    if (!table.isShared(node)) {
      return collected(node);
    }
    int known = placeNumbers.get(node);
    if (known == IntIntMap.ABSENT) {
      known = placeLists.size();
      placeNumbers.put(node, known);
      placeLists.add(collected(node));
    }
    return placeLists.get(known);
  }

  /** The places of a leaf that was met. */
  List<Place> placesOfLeaf(int leaf) {
    int hit = hits.head(leaf);
    if (hits.next(hit) < 0) {
      return List.of(hits.place(hit));
    }
    sink.clear();
    collectLeaf(leaf, null);
    return sink.places();
  }

  private List<Place> collected(int node) {
    sink.clear();
    collect(node, null);
    return sink.places();
  }

  private void collect(int node, @Nullable Intervals inside) {
    switch (table.op(node)) {
      case LEAF -> collectLeaf(QueryTable.leaf(node), inside);
      case AND, OR, AT_LEAST -> {
        for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
          if (holds(table.child(c))) {
            collect(table.child(c), inside);
          }
        }
      }
      case WITHIN, NEAR, SENTENCE, PARAGRAPH -> {
        Intervals own = intervals(node);
        Intervals within = inside == null ? own : relations.inside(own, inside);
        for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
          collect(table.child(c), within);
        }
      }
      case ALL, FACT, NOT -> {
        // Nothing in the text made these hold.
      }
    }
  }

  private void collectLeaf(int leaf, @Nullable Intervals inside) {
    for (int hit = hits.head(leaf); hit >= 0; hit = hits.next(hit)) {
      if (inside == null || inside.contain(hits.first(hit), hits.last(hit))) {
        sink.add(hits.place(hit));
      }
    }
  }
}
