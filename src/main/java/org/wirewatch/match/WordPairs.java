package org.wirewatch.match;

import java.util.Arrays;
import org.wirewatch.text.Tokens;

/**
 * Where in a text a phrase may begin: each pair of words that follow one another in the text and in
 * a phrase. All are looked up at once, ahead of their use, since the processor then waits for many
 * parts of a large table at a time instead of for each. Used text after text, confined to one
 * thread.
 */
final class WordPairs {
  /** Of each pair: the token it starts at, its two readings, the second one's token, and a node. */
  private static final int WIDTH = 5;

  private static final int READING = 1;
  private static final int NEXT = 2;
  private static final int NEXT_READING = 3;
  private static final int NODE = 4;

  /** More than this is not kept for the next text. */
  private static final int MOST_KEPT = 1 << 16;

  private int[] pairs = new int[256 * WIDTH];
  private int end;

  /** Forgets the pairs of the text before, and finds those of one, by where they start. */
  void find(Tokens tokens, Readings readings, EdgeTable edges) {
    if (pairs.length > MOST_KEPT) {
      pairs = new int[256 * WIDTH];
    }
    end = 0;
    int size = tokens.size();
    for (int token = 0; token < size; token++) {
      int to = readings.to(token);
      for (int r = readings.from(token); r < to; r++) {
        int next = readings.last(token, r) + 1;
        if (next < size) {
          addLikely(token, r, next, readings, edges);
        }
      }
    }
    keepExisting(tokens, readings, edges);
  }

  private void addLikely(int token, int reading, int next, Readings readings, EdgeTable edges) {
    int node = LeafTrie.under(readings.word(reading));
    int to = readings.to(next);
    for (int r = readings.from(next); r < to; r++) {
      if (edges.mayHave(LeafTrie.edge(node, readings.word(r)))) {
        add(token, reading, next, r);
      }
    }
  }

  private void add(int token, int reading, int next, int nextReading) {
    if (end + WIDTH > pairs.length) {
      pairs = Arrays.copyOf(pairs, pairs.length * 2);
    }
    pairs[end] = token;
    pairs[end + READING] = reading;
    pairs[end + NEXT] = next;
    pairs[end + NEXT_READING] = nextReading;
    end += WIDTH;
  }

  private void keepExisting(Tokens tokens, Readings readings, EdgeTable edges) {
    int kept = 0;
    for (int p = 0; p < end; p += WIDTH) {
      int node = LeafTrie.under(readings.word(pairs[p + READING]));
      int child = edges.child(LeafTrie.edge(node, readings.word(pairs[p + NEXT_READING])));
      if (child >= 0 && tokens.paragraph(pairs[p]) == tokens.paragraph(pairs[p + NEXT])) {
        System.arraycopy(pairs, p, pairs, kept, WIDTH);
        pairs[kept + NODE] = child;
        kept += WIDTH;
      }
    }
    end = kept;
  }

  /** The first pair. */
  static int first() {
    return 0;
  }

  /** The pair after one. */
  static int after(int pair) {
    return pair + WIDTH;
  }

  /** Whether a pair starts at a token. */
  boolean startsAt(int pair, int token) {
    return pair < end && pairs[pair] == token;
  }

  int reading(int pair) {
    return pairs[pair + READING];
  }

  /** The token of the second word. */
  int next(int pair) {
    return pairs[pair + NEXT];
  }

  int nextReading(int pair) {
    return pairs[pair + NEXT_READING];
  }

  /** The node that the pair leads to. */
  int node(int pair) {
    return pairs[pair + NODE];
  }
}
