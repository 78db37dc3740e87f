package org.wirewatch.match;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.text.Tokens;

/**
 * The words, phrases and entities of many queries, each a numbered leaf. Finds every place of every
 * leaf in one pass over a text. Immutable; safe to share.
 */
final class LeafTrie {
  private final Vocabulary vocabulary;

  /** The number of words; their nodes come first, see {@link #under}. */
  private final int words;

  private final EdgeTable inner;
  private final Listings listings;
  private final Map<String, List<EntityLeaf>> entities;

  LeafTrie(
      Vocabulary vocabulary,
      int words,
      EdgeTable inner,
      Listings listings,
      Map<String, List<EntityLeaf>> entities) {
    this.vocabulary = vocabulary;
    this.words = words;
    this.inner = inner;
    this.listings = listings;
    this.entities = entities;
  }

  /** The leaf of an entity in a part of the item. */
  record EntityLeaf(int leaf, Zone zone) {}

  /**
   * The leaves that end at each node.
   *
   * @param from by node, where its listings start, shifted by one, and in the lowest bit whether
   *     phrases go on from there; one more at the end
   * @param alone the words that are leaves by themselves, a bit each
   * @param leaf see {@link #packed}
   * @param spelling only where there is something to check beyond the words; else null
   */
  @SuppressWarnings("ArrayRecordComponent") // a struct of arrays, never compared
  record Listings(int[] from, long[] alone, int[] leaf, @Nullable Spelling[] spelling) {
    /** Above the bits of a zone and the one that says that there is a spelling to check. */
    private static final int LEAF_SHIFT = 6;

    private static final int CHECKED = 1 << 5;
    static final int MOST_LEAVES = Integer.MAX_VALUE >>> LEAF_SHIFT;

    /** All that most listings are, in one look. */
    static int packed(int leaf, int zoneBits, boolean checked) {
      return leaf << LEAF_SHIFT | (checked ? CHECKED : 0) | zoneBits;
    }

    boolean hasAny(int word) {
      return (alone[word >>> 6] & 1L << word) != 0;
    }

    boolean goesOn(int node) {
      return (from[node] & 1) != 0;
    }
  }

  /** Collects every place of every leaf into {@code hits}. */
  void find(ItemText text, byte[] zones, Readings readings, WordPairs pairs, LeafHits hits) {
    if (words > 0) {
      readings.read(text.tokens(), vocabulary);
      pairs.find(text.tokens(), readings, inner);
      new Search(text.tokens(), zones, readings, hits).run(pairs);
    }
    if (!entities.isEmpty()) {
      mentions(text, zones, hits);
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

  /**
   * The node of the phrases that begin with a word: for a word that begins none, one that lists
   * none. So a word leads there without a look into a table.
   */
  static int under(int word) {
    return word + 1;
  }

  static long edge(int node, int word) {
    return ((long) node << 32 | word) + 1;
  }

  /** One pass over one text. */
  private final class Search {
    private final Tokens tokens;
    private final byte[] zones;
    private final LeafHits hits;
    private final Readings readings;
    private final Path path = new Path();

    Search(Tokens tokens, byte[] zones, Readings readings, LeafHits hits) {
      this.tokens = tokens;
      this.zones = zones;
      this.hits = hits;
      this.readings = readings;
    }

    void run(WordPairs pairs) {
      int pair = WordPairs.first();
      for (int token = 0; token < tokens.size(); token++) {
        int to = readings.to(token);
        for (int r = readings.from(token); r < to; r++) {
          if (listings.hasAny(readings.word(r))) {
            path.push(token, r);
            collectAll(under(readings.word(r)));
            path.pop();
          }
        }
        for (; pairs.startsAt(pair, token); pair = WordPairs.after(pair)) {
          path.push(token, pairs.reading(pair));
          enter(pairs.node(pair), pairs.next(pair), pairs.nextReading(pair));
          path.pop();
        }
      }
    }

    private void collectAll(int node) {
      int to = listings.from[node + 1] >>> 1;
      for (int l = listings.from[node] >>> 1; l < to; l++) {
        collect(l);
      }
    }

    private void enter(int node, int token, int reading) {
      path.push(token, reading);
      collectAll(node);
      if (listings.goesOn(node)) {
        follow(node, token, readings.last(token, reading) + 1);
      }
      path.pop();
    }

    /** Enters the nodes after {@code node} that the token {@code next} leads to. */
    private void follow(int node, int token, int next) {
      if (next >= tokens.size()) {
        return;
      }
      int end = readings.to(next);
      for (int r = readings.from(next); r < end; r++) {
        int child = inner.child(edge(node, readings.word(r)));
        if (child >= 0 && tokens.paragraph(next) == tokens.paragraph(token)) {
          enter(child, next, r);
        }
      }
    }

    private void collect(int listing) {
      int token = path.token(0);
      int packed = listings.leaf[listing];
      int zone = packed & Zone.ANYWHERE.bits();
      boolean there = zone == Zone.ANYWHERE.bits() || (zone & zones[tokens.sentence(token)]) != 0;
      if (there && ((packed & Listings.CHECKED) == 0 || accepts(listings.spelling[listing]))) {
        int end = path.length() - 1;
        int lastToken = path.token(end);
        hits.add(
            packed >>> Listings.LEAF_SHIFT,
            token,
            readings.last(lastToken, path.reading(end)),
            readings.start(token, path.reading(0)),
            readings.end(lastToken, path.reading(end)));
      }
    }

    private boolean accepts(@Nullable Spelling spelling) {
      return spelling == null || spelling.accepts(tokens, readings, path);
    }
  }
}
