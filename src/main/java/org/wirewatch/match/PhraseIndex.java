package org.wirewatch.match;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
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
  private static final ThreadLocal<Readings> READINGS = ThreadLocal.withInitial(Readings::new);

  private static final int ROOT = 0;

  private final Vocabulary vocabulary;

  /** By word, the node of the phrases that begin with it; 0 if none does. */
  private final int[] first;

  private final EdgeTable inner;
  private final Listings listings;
  private final IntFunction<V> values;

  private PhraseIndex(
      Vocabulary vocabulary, PhraseTrie trie, Listings listings, IntFunction<V> values) {
    this.vocabulary = vocabulary;
    this.first = new int[trie.words()];
    this.inner = new EdgeTable(trie.size());
    for (int node = ROOT + 1; node < trie.size(); node++) {
      if (trie.parent(node) == ROOT) {
        first[trie.word(node)] = node;
      } else {
        inner.add(edge(trie.parent(node), trie.word(node)), node);
      }
    }
    this.listings = listings;
    this.values = values;
  }

  /**
   * The index that {@link Builder#write} wrote, at the position of {@code in}.
   *
   * @param values by their numbers, in the order of {@link Builder#values}; asked for one each time
   *     that its phrase is found, by any thread
   * @throws RuntimeException if it is damaged; not every damage is seen
   */
  public static <V> PhraseIndex<V> read(ByteBuffer in, IntFunction<V> values) {
    Vocabulary vocabulary = Vocabulary.read(in);
    PhraseTrie trie = PhraseTrie.read(in);
    return new PhraseIndex<>(vocabulary, trie, Listings.read(in, trie.size()), values);
  }

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
    if (listings.size() == 0) {
      return found;
    }
    Readings readings = READINGS.get();
    readings.read(tokens, vocabulary);
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
    for (int l = listings.first(node); l >= 0; l = listings.next(l)) {
      if (listings.form(l).accepts(tokens, readings, path)) {
        int end = path.length() - 1;
        int lastToken = path.token(end);
        add(
            new PhraseMatch<>(
                values.apply(listings.value(l)),
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
      if (isSame(found.get(i), match)) {
        return;
      }
    }
    found.add(match);
  }

  /** Equal, where they stand first: values may be large. */
  private static <V> boolean isSame(PhraseMatch<V> a, PhraseMatch<V> b) {
    return a.last() == b.last()
        && a.start() == b.start()
        && a.end() == b.end()
        && a.value().equals(b.value());
  }

  /** Never zero; from the root, the word and one. */
  private static long edge(int node, int word) {
    return ((long) node << 32 | word) + 1;
  }

  /** Collects phrases. Confined to one thread; {@link #build} ends it. */
  public static final class Builder<V> {
    private final VocabularyWriter vocabulary = new VocabularyWriter();
    private final LongIntMap children = new LongIntMap(64);
    private final PhraseTrie.Writer trie = new PhraseTrie.Writer();
    private final Listings.Writer listings = new Listings.Writer();
    private final List<V> values = new ArrayList<>();

    private Builder() {}

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
      values.add(value);
      for (Spelling spelling : spellings) {
        int node = ROOT;
        for (Spelling.Part part : spelling.words()) {
          node = child(node, vocabulary.add(part, matching.languages()));
        }
        listings.add(node, spelling, values.size() - 1);
      }
      return this;
    }

    private int child(int node, int word) {
      long edge = edge(node, word);
      int child = children.get(edge);
      if (child < 0) {
        child = trie.add(node, word);
        children.put(edge, child);
      }
      return child;
    }

    public PhraseIndex<V> build() {
      PhraseTrie built = trie.trie(vocabulary.size());
      return new PhraseIndex<>(
          vocabulary.vocabulary(),
          built,
          listings.listings(built.size()),
          List.copyOf(values)::get);
    }

    /** The value of each call of {@link #add}, by which numbers an index that was read asks. */
    public List<V> values() {
      return List.copyOf(values);
    }

    /**
     * Writes what {@link #build} would build, but for the values, for {@link PhraseIndex#read} of
     * the same version of the program.
     */
    public void write(DataOutput out) throws IOException {
      vocabulary.vocabulary().write(out);
      trie.trie(vocabulary.size()).write(out);
      listings.write(out);
    }
  }
}
