package org.wirewatch.pack;

import java.util.Arrays;
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
  private static final int[] NOTHING = {};

  private long[] keys = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int[][] payloads = new int[1 << 11][];
  private int nodes = 1;
  private int edges;
  private final BitSet wordClasses = new BitSet();
  private final List<String> prefixes;
  private final boolean inside;
  private final BitSet things;

  /**
   * @param prefixes folded, tried longest first
   * @param inside whether words are looked for within words
   * @param things the classes of {@link Events#isThing}
   */
  EventLexicon(List<String> prefixes, boolean inside, BitSet things) {
    this.things = things;
    this.prefixes = List.copyOf(prefixes);
    this.inside = inside;
    payloads[0] = NOTHING;
  }

  /** Adds a folded phrase: words parted by one blank each, an open ending written as {@code *}. */
  void add(String phrase, int wordClass, int way) {
    int node = 0;
    for (int i = 0; i < phrase.length(); i++) {
      node = childOrNew(node, phrase.charAt(i));
    }
    int[] before = payloads[node];
    int[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = (wordClass << 2) | way;
    payloads[node] = after;
    wordClasses.set(wordClass);
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
      String word = tokens.folded(token);
      if (inside) {
        for (int from = 0; from < word.length(); from++) {
          follow(0, token, word, from);
        }
        return;
      }
      followAnyStart(0, token, word);
    }

    /** From the start of the word and from behind each prefix that it may have. */
    private void followAnyStart(int node, int token, String word) {
      follow(node, token, word, 0);
      for (String prefix : prefixes) {
        if (word.length() > prefix.length() + 1 && word.startsWith(prefix)) {
          follow(node, token, word, prefix.length());
        }
      }
    }

    private void follow(int from, int token, String word, int at) {
      int node = from;
      for (int i = at; i < word.length(); i++) {
        node = child(node, word.charAt(i));
        if (node < 0) {
          return;
        }
        int open = child(node, ANY_ENDING);
        if (open >= 0) {
          reach(open, token);
        } else if (inside && payloads[node].length > 0 && i + 1 < word.length()) {
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
      int blank = child(node, BLANK);
      if (blank >= 0) {
        followAnyStart(blank, next, tokens.folded(next));
      }
      if (tokens.isUnspaced(next) && tokens.touchesPrevious(next)) {
        follow(node, next, tokens.folded(next), 0);
      }
    }

    private void emit(int node, int token) {
      for (int payload : payloads[node]) {
        hits.add(payload >> 2, payload & 3, start, token);
      }
    }
  }

  private int child(int node, char c) {
    long key = key(node, c);
    int mask = keys.length - 1;
    for (int slot = slot(key) & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == key) {
        return targets[slot];
      }
    }
    return -1;
  }

  private int childOrNew(int node, char c) {
    int known = child(node, c);
    if (known >= 0) {
      return known;
    }
    if (++edges * 2 > keys.length) {
      grow();
    }
    if (nodes == payloads.length) {
      payloads = Arrays.copyOf(payloads, nodes * 2);
    }
    payloads[nodes] = NOTHING;
    insert(key(node, c), nodes);
    return nodes++;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        insert(oldKeys[i], oldTargets[i]);
      }
    }
  }

  private void insert(long key, int target) {
    int mask = keys.length - 1;
    int slot = slot(key) & mask;
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  /** Never zero: zero marks a free slot. */
  private static long key(int node, char c) {
    return (1L << 62) | ((long) node << 16) | c;
  }

  private static int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40);
  }
}
