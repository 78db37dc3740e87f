package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wirewatch.text.Tokens;

/**
 * Phrases and what they stand for; finds all of them in a text in one pass over its tokens.
 *
 * <p>A phrase is cut into words as texts are, so that punctuation between its words does not matter
 * and a name in Chinese or Japanese is found inside running text. Its words must stand in one
 * sentence. A short name in katakana must not be part of a longer katakana word.
 *
 * <p>Immutable; safe to share between threads. The time of a search grows with the text and what is
 * found in it, hardly with the number of phrases.
 */
public final class PhraseIndex<V> {
  private static final int ROOT = 0;

  private final Vocabulary vocabulary;

  /** By word, the node of the phrases that begin with it; 0 if none does. */
  private final int[] first;

  private final EdgeTable inner;
  private final int[] firstListing;
  private final List<Listing<V>> listings;

  private PhraseIndex(Builder<V> builder) {
    this.vocabulary = builder.vocabulary.vocabulary();
    this.first = new int[builder.vocabulary.size()];
    this.inner = new EdgeTable(builder.nodes);
    builder.children.forEach((edge, child) -> {
      if (edge <= first.length) {
        first[(int) edge - 1] = child;
      } else {
        inner.add(edge, child);
      }
    });
    this.firstListing = Arrays.copyOf(builder.firstListing, builder.nodes);
    this.listings = List.copyOf(builder.listings);
  }

  /** A phrase listed at the node that its words lead to; {@code next} is another one there. */
  private record Listing<V>(Spelling spelling, V value, int next) {}

  public static <V> Builder<V> builder() {
    return new Builder<>();
  }

  /** The number of spellings listed. */
  public int size() {
    return listings.size();
  }

  /** Every listed phrase in the text, overlapping ones too, by first token. */
  public List<PhraseMatch<V>> find(Tokens tokens) {
    List<PhraseMatch<V>> found = new ArrayList<>();
    if (listings.isEmpty()) {
      return found;
    }
    Readings readings = Readings.of(tokens, vocabulary);
    Path path = new Path();
    for (int token = 0; token < tokens.size(); token++) {
      int to = readings.to(token);
      for (int r = readings.from(token); r < to; r++) {
        int node = first[readings.word(r)];
        if (node != 0) {
          enter(tokens, readings, token, r, node, path, found);
        }
      }
    }
    return found;
  }

  /** Like {@link #find}, without what is part of a longer match: "Guinea" in "Papua New Guinea". */
  public List<PhraseMatch<V>> findLongest(Tokens tokens) {
    List<PhraseMatch<V>> all = find(tokens);
    List<PhraseMatch<V>> kept = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      if (!isCovered(all, i)) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }

  private static <V> boolean isCovered(List<PhraseMatch<V>> all, int at) {
    PhraseMatch<V> match = all.get(at);
    for (int i = at + 1; i < all.size() && all.get(i).first() <= match.last(); i++) {
      if (all.get(i).covers(match)) {
        return true;
      }
    }
    for (int i = at - 1; i >= 0 && match.first() - all.get(i).first() < Spelling.LONGEST; i--) {
      if (all.get(i).covers(match)) {
        return true;
      }
    }
    return false;
  }

  /** Takes {@code reading} of {@code token} and follows every reading of the next that goes on. */
  private void enter(
      Tokens tokens,
      Readings readings,
      int token,
      int reading,
      int node,
      Path path,
      List<PhraseMatch<V>> found) {
    path.push(token, reading);
    collect(tokens, readings, node, path, found);
    int next = readings.last(token, reading) + 1;
    if (next < tokens.size() && tokens.sentence(next) == tokens.sentence(token)) {
      int to = readings.to(next);
      for (int r = readings.from(next); r < to; r++) {
        int child = inner.child(edge(node, readings.word(r)));
        if (child >= 0) {
          enter(tokens, readings, next, r, child, path, found);
        }
      }
    }
    path.pop();
  }

  private void collect(
      Tokens tokens, Readings readings, int node, Path path, List<PhraseMatch<V>> found) {
    for (int l = firstListing[node]; l >= 0; l = listings.get(l).next) {
      Listing<V> listing = listings.get(l);
      if (listing.spelling.accepts(tokens, readings, path)) {
        int end = path.length() - 1;
        int lastToken = path.token(end);
        add(
            new PhraseMatch<>(
                listing.value,
                path.token(0),
                readings.last(lastToken, path.reading(end)),
                readings.start(path.token(0), path.reading(0)),
                readings.end(lastToken, path.reading(end))),
            found);
      }
    }
  }

  /** Two spellings or readings may fit the same place. */
  private static <V> void add(PhraseMatch<V> match, List<PhraseMatch<V>> found) {
    for (int i = found.size() - 1; i >= 0 && found.get(i).first() == match.first(); i--) {
      if (found.get(i).equals(match)) {
        return;
      }
    }
    found.add(match);
  }

  /** Never zero; from the root, the word and one. */
  private static long edge(int node, int word) {
    return ((long) node << 32 | word) + 1;
  }

  /** Collects phrases. Confined to one thread; {@link #build} ends it. */
  public static final class Builder<V> {
    private final VocabularyWriter vocabulary = new VocabularyWriter();
    private final LongIntMap children = new LongIntMap(64);
    private final List<Listing<V>> listings = new ArrayList<>();
    private int[] firstListing = new int[64];
    private int nodes = 1;

    private Builder() {
      Arrays.fill(firstListing, -1);
    }

    /** Lists a phrase in any case and with or without accents. */
    public Builder<V> add(String phrase, V value) {
      return add(phrase, value, Matching.FOLDED);
    }

    /**
     * Lists a phrase.
     *
     * @throws IllegalArgumentException if there is no word in it, or more than 64
     */
    public Builder<V> add(String phrase, V value, Matching matching) {
      List<Spelling> spellings = Spelling.of(phrase, matching);
      if (spellings.isEmpty()) {
        throw new IllegalArgumentException("no phrase of 1 to 64 words: \"" + phrase + "\"");
      }
      for (Spelling spelling : spellings) {
        add(spelling, value, matching);
      }
      return this;
    }

    private void add(Spelling spelling, V value, Matching matching) {
      int node = ROOT;
      for (Spelling.Part part : spelling.words()) {
        node = child(node, vocabulary.add(part, matching.languages()));
      }
      listings.add(new Listing<>(spelling, value, firstListing[node]));
      firstListing[node] = listings.size() - 1;
    }

    private int child(int node, int word) {
      long edge = edge(node, word);
      int child = children.get(edge);
      if (child >= 0) {
        return child;
      }
      if (nodes == firstListing.length) {
        firstListing = Arrays.copyOf(firstListing, nodes * 2);
        Arrays.fill(firstListing, nodes, nodes * 2, -1);
      }
      children.put(edge, nodes);
      return nodes++;
    }

    public PhraseIndex<V> build() {
      return new PhraseIndex<>(this);
    }
  }
}
