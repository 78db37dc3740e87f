package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.text.Folding;
import org.wirewatch.text.Tokens;

/**
 * The words, phrases and entities of many queries, each a numbered leaf; equal ones are one leaf.
 * Finds every place of every leaf in one pass over a text. Built by one thread, then safe to share.
 */
final class LeafTrie {
  private static final int ROOT = 0;

  private final Vocabulary vocabulary = new Vocabulary();
  private final LongIntMap edges = new LongIntMap(64);
  private final LongIntMap known = new LongIntMap(64);
  private final Map<String, List<EntityLeaf>> entities = new HashMap<>();
  private int leaves;
  private int nodes = 1;
  private int[] firstListing = new int[64];

  private int listings;
  private int[] listingLeaf = new int[64];
  private int[] listingNext = new int[64];
  private byte[] listingZone = new byte[64];

  /** Only where there is something to check beyond the words; else null. */
  private @Nullable Spelling[] listingSpelling = new @Nullable Spelling[64];

  private record EntityLeaf(int leaf, Zone zone) {}

  LeafTrie() {
    Arrays.fill(firstListing, -1);
  }

  int size() {
    return leaves;
  }

  int add(Query.Mention mention) {
    List<EntityLeaf> some = entities.computeIfAbsent(mention.entity(), _ -> new ArrayList<>(1));
    for (EntityLeaf leaf : some) {
      if (leaf.zone.equals(mention.zone())) {
        return leaf.leaf;
      }
    }
    some.add(new EntityLeaf(leaves, mention.zone()));
    return leaves++;
  }

  int add(Query.Text text) {
    int[] ends = new int[text.spellings().size()];
    long key = Mixing.mix(text.zone().bits(), text.matching().letters().name().hashCode());
    for (int i = 0; i < ends.length; i++) {
      ends[i] = path(text.spellings().get(i), text.matching());
      key = Mixing.mix(key, ends[i]);
    }
    if (text.matching().letters() == Matching.Letters.EXACT) {
      key = Mixing.mix(key, Folding.hash(text.source()));
    }
    int leaf = known.get(key);
    if (leaf >= 0) {
      return leaf;
    }
    known.put(key, leaves);
    for (int i = 0; i < ends.length; i++) {
      list(ends[i], text.spellings().get(i), text.zone());
    }
    return leaves++;
  }

  private int path(Spelling spelling, Matching matching) {
    int node = ROOT;
    for (Spelling.Part part : spelling.words()) {
      node = child(node, vocabulary.add(part, matching.languages()));
    }
    return node;
  }

  private int child(int node, int word) {
    long edge = edge(node, word);
    int child = edges.get(edge);
    if (child >= 0) {
      return child;
    }
    if (nodes == firstListing.length) {
      int more = nodes + nodes / 2;
      firstListing = Arrays.copyOf(firstListing, more);
      Arrays.fill(firstListing, nodes, more, -1);
    }
    edges.put(edge, nodes);
    return nodes++;
  }

  private void list(int node, Spelling spelling, Zone zone) {
    if (listings == listingLeaf.length) {
      int more = listings + listings / 2;
      listingLeaf = Arrays.copyOf(listingLeaf, more);
      listingNext = Arrays.copyOf(listingNext, more);
      listingZone = Arrays.copyOf(listingZone, more);
      listingSpelling = Arrays.copyOf(listingSpelling, more);
    }
    boolean checked = spelling.letters() != Matching.Letters.ANY || spelling.guardsKatakana();
    listingLeaf[listings] = leaves;
    listingNext[listings] = firstListing[node];
    listingZone[listings] = (byte) zone.bits();
    listingSpelling[listings] = checked ? spelling : null;
    firstListing[node] = listings++;
  }

  /** Collects every place of every leaf into {@code hits}. */
  void find(ItemText text, byte[] zones, LeafHits hits) {
    Tokens tokens = text.tokens();
    if (listings > 0) {
      Readings readings = Readings.of(tokens, vocabulary);
      Path path = new Path();
      for (int token = 0; token < tokens.size(); token++) {
        step(tokens, readings, token, ROOT, path, zones, hits);
      }
    }
    if (!entities.isEmpty()) {
      mentions(text, zones, hits);
    }
  }

  private void step(
      Tokens tokens,
      Readings readings,
      int token,
      int node,
      Path path,
      byte[] zones,
      LeafHits hits) {
    for (int r = readings.from(token); r < readings.to(token); r++) {
      int child = edges.get(edge(node, readings.word(r)));
      if (child < 0) {
        continue;
      }
      path.push(token, r);
      collect(tokens, readings, child, path, zones, hits);
      int next = readings.last(token, r) + 1;
      if (next < tokens.size() && tokens.paragraph(next) == tokens.paragraph(token)) {
        step(tokens, readings, next, child, path, zones, hits);
      }
      path.pop();
    }
  }

  private void collect(
      Tokens tokens, Readings readings, int node, Path path, byte[] zones, LeafHits hits) {
    int first = path.token(0);
    for (int l = firstListing[node]; l >= 0; l = listingNext[l]) {
      Spelling spelling = listingSpelling[l];
      boolean fits =
          (listingZone[l] & zones[tokens.sentence(first)]) != 0
              && (spelling == null || spelling.accepts(tokens, readings, path));
      if (fits) {
        int end = path.length() - 1;
        int lastToken = path.token(end);
        hits.add(
            listingLeaf[l],
            first,
            readings.last(lastToken, path.reading(end)),
            readings.start(first, path.reading(0)),
            readings.end(lastToken, path.reading(end)));
      }
    }
  }

  private void mentions(ItemText text, byte[] zones, LeafHits hits) {
    Tokens tokens = text.tokens();
    for (EntityMention mention : text.mentions()) {
      for (EntityLeaf leaf : entities.getOrDefault(mention.entity(), List.of())) {
        if (leaf.zone.has(zones[tokens.sentence(mention.first())])) {
          hits.add(
              leaf.leaf,
              mention.first(),
              mention.last(),
              tokens.start(mention.first()),
              tokens.end(mention.last()));
        }
      }
    }
  }

  private static long edge(int node, int word) {
    return ((long) node << 32 | word) + 1;
  }
}
