package org.wirewatch.pack;

import java.util.BitSet;
import java.util.List;
import org.wirewatch.text.Tokens;

/**
 * The words of events in one language: a trie over folded letters, walked from the start of every
 * word. A phrase may leave the ending of any of its words open. Scripts without blanks are walked
 * from every character, and so are the compounds of languages that the file calls {@code inside};
 * prefixes written together with a word (Arabic and, the; Hebrew in, from) are skipped. Immutable,
 * thread-safe.
 */
public final class EventLexicon {
  static final int BOTH = 0;
  static final int FORWARD = 1;
  static final int BACKWARD = 2;

  private static final char ANY_ENDING = '*';
  private static final char BLANK = ' ';

  /** More letters than this are searched by halves. */
  private static final int FEW = 8;

  /** Where the letters of a node start in {@link #letters}; the last is their end. */
  private final int[] from;

  private final char[] letters;
  private final int[] targets;

  /** The nodes behind {@link #ANY_ENDING} and {@link #BLANK}, which are asked for at every step. */
  private final int[] open;

  private final int[] blank;
  private final int[][] payloads;
  private final BitSet wordClasses = new BitSet();
  private final char[][] prefixes;
  private final boolean inside;
  private final BitSet things;

  /**
   * @param prefixes folded, tried longest first
   * @param inside whether words are looked for within words
   * @param things the classes of {@link Events#isThing}
   */
  EventLexicon(EventTrie trie, List<String> prefixes, boolean inside, BitSet things) {
    this.things = things;
    this.prefixes = prefixes.stream().map(String::toCharArray).toArray(char[][]::new);
    this.inside = inside;
    long[] edges = trie.edges();
    int nodes = trie.nodes();
    from = new int[nodes + 1];
    letters = new char[edges.length];
    targets = new int[edges.length];
    open = new int[nodes];
    blank = new int[nodes];
    payloads = new int[nodes][];
    for (int i = 0; i < edges.length; i++) {
      letters[i] = EventTrie.letter(edges[i]);
      targets[i] = trie.to(edges[i]);
      from[EventTrie.from(edges[i]) + 1] = i + 1;
    }
    for (int node = 0; node < nodes; node++) {
      from[node + 1] = Math.max(from[node], from[node + 1]);
      payloads[node] = trie.payload(node);
      for (int payload : payloads[node]) {
        wordClasses.set(payload >> 2);
      }
    }
    for (int node = 0; node < nodes; node++) {
      open[node] = child(node, ANY_ENDING);
      blank[node] = child(node, BLANK);
    }
  }

  /**
   * Adds a folded phrase: words parted by one blank each, an open ending written as {@code *}.
   *
   * @param way {@link #BOTH}, {@link #FORWARD} or {@link #BACKWARD}
   */
  static void add(EventTrie trie, String phrase, int wordClass, int way) {
    trie.add(phrase, (wordClass << 2) | way);
  }

  /** Whether the language has any word of the class. */
  boolean hasWordsOf(int wordClass) {
    return wordClasses.get(wordClass);
  }

  /** Every word of events in the item, those that a longer phrase swallows left out. */
  public EventHits find(Tokens tokens) {
    EventHits hits = new EventHits();
    Walk walk = new Walk(tokens, hits);
    for (int token = 0; token < tokens.size(); token++) {
      walk.startAt(token);
    }
    hits.dropSwallowed(inside, things);
    return hits;
  }

  /** One pass over an item. */
  private final class Walk {
    private final Tokens tokens;
    private final EventHits hits;
    private int start;

    Walk(Tokens tokens, EventHits hits) {
      this.tokens = tokens;
      this.hits = hits;
    }

    void startAt(int token) {
      start = token;
      if (inside) {
        int end = tokens.foldEnd(token);
        for (int at = tokens.foldStart(token); at < end; at++) {
          follow(0, token, at);
        }
        return;
      }
      followAnyStart(0, token);
    }

    /** From the start of the word and from behind each prefix that it may have. */
    private void followAnyStart(int node, int token) {
      int letter = tokens.foldStart(token);
      follow(node, token, letter);
      for (char[] prefix : prefixes) {
        if (opensWith(prefix, token)) {
          follow(node, token, letter + prefix.length);
        }
      }
    }

    /** Whether a word has the prefix and more than a letter besides. */
    private boolean opensWith(char[] prefix, int token) {
      int letter = tokens.foldStart(token);
      if (tokens.foldEnd(token) - letter <= prefix.length + 1) {
        return false;
      }
      for (int i = 0; i < prefix.length; i++) {
        if (tokens.foldedChar(letter + i) != prefix[i]) {
          return false;
        }
      }
      return true;
    }

    /** Reads a word from one of its folded letters on. */
    private void follow(int parent, int token, int at) {
      int node = parent;
      int end = tokens.foldEnd(token);
      for (int i = at; i < end; i++) {
        node = child(node, tokens.foldedChar(i));
        if (node < 0) {
          return;
        }
        if (open[node] >= 0) {
          reach(open[node], token);
        } else if (inside && payloads[node].length > 0 && i + 1 < end) {
          emit(node, token);
        }
      }
      reach(node, token);
    }

    /** A whole word is read: tells the phrases that end here and goes on to the next word. */
    private void reach(int node, int token) {
      emit(node, token);
      int next = token + 1;
      if (next >= tokens.size() || tokens.sentence(next) != tokens.sentence(token)) {
        return;
      }
      if (blank[node] >= 0) {
        followAnyStart(blank[node], next);
      }
      if (tokens.isUnspaced(next) && tokens.touchesPrevious(next)) {
        follow(node, next, tokens.foldStart(next));
      }
    }

    private void emit(int node, int token) {
      for (int payload : payloads[node]) {
        hits.add(payload >> 2, payload & 3, start, token);
      }
    }
  }

  private int child(int node, char c) {
    int low = from[node];
    int high = from[node + 1];
    while (high - low > FEW) {
      int middle = (low + high) >>> 1;
      if (letters[middle] <= c) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < high; i++) {
      if (letters[i] == c) {
        return targets[i];
      }
    }
    return -1;
  }
}
