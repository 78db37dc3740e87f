package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.text.Folding;

/** Numbers the leaves of many queries; equal ones are one leaf. Confined to one thread. */
final class LeafTrieWriter {
  private static final int ROOT = 0;

  /** An entity's share of all items, as good a guess as any. */
  private static final double ENTITY = 0.02;

  private final VocabularyWriter vocabulary = new VocabularyWriter();
  private final LongIntMap edges = new LongIntMap(64);
  private final LongIntMap known = new LongIntMap(64);
  private final Map<String, List<LeafTrie.EntityLeaf>> entities = new HashMap<>();

  /** Of each leaf a node where it is listed; the root for entities. */
  private final IntList leafNode = new IntList();

  private final IntList nodeParent = new IntList();
  private final IntList nodeWord = new IntList();
  private final IntList nodeListings = new IntList();

  private final IntList listingNode = new IntList();
  private final IntList listingLeaf = new IntList();
  private byte[] listingZone = new byte[64];
  private @Nullable Spelling[] listingSpelling = new @Nullable Spelling[64];

  LeafTrieWriter() {
    newNode(ROOT, -1);
  }

  int size() {
    return leafNode.size();
  }

  int add(Query.Mention mention) {
    List<LeafTrie.EntityLeaf> some =
        entities.computeIfAbsent(mention.entity(), _ -> new ArrayList<>(1));
    for (LeafTrie.EntityLeaf leaf : some) {
      if (leaf.zone().equals(mention.zone())) {
        return leaf.leaf();
      }
    }
    some.add(new LeafTrie.EntityLeaf(size(), mention.zone()));
    leafNode.add(ROOT);
    return size() - 1;
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
    known.put(key, size());
    for (int i = 0; i < ends.length; i++) {
      list(ends[i], text.spellings().get(i), text.zone());
    }
    leafNode.add(ends[0]);
    return size() - 1;
  }

  private int path(Spelling spelling, Matching matching) {
    int node = ROOT;
    for (Spelling.Part part : spelling.words()) {
      node = child(node, vocabulary.add(part, matching.languages()));
    }
    return node;
  }

  private int child(int node, int word) {
    long edge = LeafTrie.edge(node, word);
    int child = edges.get(edge);
    if (child < 0) {
      child = newNode(node, word);
      edges.put(edge, child);
    }
    return child;
  }

  private int newNode(int parent, int word) {
    nodeParent.add(parent);
    nodeWord.add(word);
    nodeListings.add(0);
    return nodeParent.size() - 1;
  }

  private void list(int node, Spelling spelling, Zone zone) {
    int listing = listingLeaf.size();
    if (listing == listingZone.length) {
      int more = listing + listing / 2;
      listingZone = Arrays.copyOf(listingZone, more);
      listingSpelling = Arrays.copyOf(listingSpelling, more);
    }
    boolean checked = spelling.letters() != Matching.Letters.ANY || spelling.guardsKatakana();
    listingNode.add(node);
    listingLeaf.add(size());
    listingZone[listing] = (byte) zone.bits();
    listingSpelling[listing] = checked ? spelling : null;
    nodeListings.set(node, nodeListings.get(node) + 1);
  }

  /** The share of all items that have a leaf: a guess that only speed depends on. */
  double frequency(int leaf) {
    int node = leafNode.get(leaf);
    if (node == ROOT) {
      return ENTITY;
    }
    double least = 1;
    int words = 0;
    for (; node != ROOT; node = nodeParent.get(node)) {
      least = Math.min(least, vocabulary.frequency(nodeWord.get(node)));
      words++;
    }
    return least / (words * words);
  }

  /** The trie of all leaves added. */
  LeafTrie trie() {
    int[] numbers = numbers();
    EdgeTable inner = new EdgeTable(numbers.length);
    for (int node = 1; node < numbers.length; node++) {
      int parent = nodeParent.get(node);
      if (parent != ROOT) {
        inner.add(LeafTrie.edge(numbers[parent], nodeWord.get(node)), numbers[node]);
      }
    }
    Map<String, List<LeafTrie.EntityLeaf>> mentioned = new HashMap<>();
    entities.forEach((entity, leaves) -> mentioned.put(entity, List.copyOf(leaves)));
    return new LeafTrie(
        vocabulary.vocabulary(),
        vocabulary.size(),
        inner,
        listings(numbers),
        Map.copyOf(mentioned));
  }

  /** The number of each node in the finished trie: first those of words, see LeafTrie.under. */
  private int[] numbers() {
    int[] numbers = new int[nodeParent.size()];
    int next = LeafTrie.under(vocabulary.size());
    for (int node = 1; node < numbers.length; node++) {
      numbers[node] = nodeParent.get(node) == ROOT ? LeafTrie.under(nodeWord.get(node)) : next++;
    }
    return numbers;
  }

  /** Those of a node side by side. */
  private LeafTrie.Listings listings(int[] numbers) {
    int nodes = Math.max(vocabulary.size(), Arrays.stream(numbers).max().orElse(0)) + 1;
    int size = listingLeaf.size();
    int[] from = new int[nodes + 1];
    for (int node = 1; node < numbers.length; node++) {
      from[numbers[node] + 1] = nodeListings.get(node);
    }
    for (int node = 0; node < nodes; node++) {
      from[node + 1] += from[node];
    }
    int[] next = Arrays.copyOf(from, nodes);
    int[] leaf = new int[size];
    @Nullable Spelling[] spelling = new @Nullable Spelling[size];
    for (int l = 0; l < size; l++) {
      int at = next[numbers[listingNode.get(l)]]++;
      leaf[at] =
          LeafTrie.Listings.packed(listingLeaf.get(l), listingZone[l], listingSpelling[l] != null);
      spelling[at] = listingSpelling[l];
    }
    for (int node = 0; node <= nodes; node++) {
      from[node] <<= 1;
    }
    for (int node = 1; node < numbers.length; node++) {
      from[numbers[nodeParent.get(node)]] |= 1;
    }
    return new LeafTrie.Listings(from, alone(), leaf, spelling);
  }

  private long[] alone() {
    BitSet words = new BitSet(vocabulary.size());
    for (int node = 1; node < nodeParent.size(); node++) {
      if (nodeParent.get(node) == ROOT && nodeListings.get(node) > 0) {
        words.set(nodeWord.get(node));
      }
    }
    return Arrays.copyOf(words.toLongArray(), (vocabulary.size() >>> 6) + 1);
  }
}
