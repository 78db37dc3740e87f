package org.wirewatch.pack;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Words of the event pack found in an item, by their first token. Not thread-safe while it is
 * filled; read-only after.
 */
public final class EventHits {
  private int[] wordClass = new int[64];
  private int[] first = new int[64];
  private int[] last = new int[64];
  private byte[] way = new byte[64];
  private int size;

  EventHits() {}

  void add(int hitClass, int hitWay, int from, int to) {
    if (size == first.length) {
      wordClass = Arrays.copyOf(wordClass, size * 2);
      first = Arrays.copyOf(first, size * 2);
      last = Arrays.copyOf(last, size * 2);
      way = Arrays.copyOf(way, size * 2);
    }
    wordClass[size] = hitClass;
    first[size] = from;
    last[size] = to;
    way[size++] = (byte) hitWay;
  }

  /** Adds a word that was found otherwise, in its place; for the reader of an item. */
  public void insert(int hitClass, int from, int to) {
    add(hitClass, EventLexicon.BOTH, from, to);
    for (int i = size - 1; i > 0 && first[i - 1] > from; i--) {
      swap(i, i - 1);
    }
  }

  private void swap(int a, int b) {
    int[][] columns = {wordClass, first, last};
    for (int[] column : columns) {
      int kept = column[a];
      column[a] = column[b];
      column[b] = kept;
    }
    byte kept = way[a];
    way[a] = way[b];
    way[b] = kept;
  }

  public int size() {
    return size;
  }

  /** The number of the word class; cues come first, see {@link #isCue}. */
  public int wordClass(int hit) {
    return wordClass[hit];
  }

  public int first(int hit) {
    return first[hit];
  }

  /** Inclusive. */
  public int last(int hit) {
    return last[hit];
  }

  public boolean isCue(int hit) {
    return wordClass[hit] < EventCue.COUNT;
  }

  public boolean is(int hit, EventCue cue) {
    return wordClass[hit] == cue.wordClass();
  }

  /** The cue that a hit is; only for those that {@link #isCue}. */
  public EventCue cue(int hit) {
    return EventCue.of(wordClass[hit]);
  }

  /** Whether the cue speaks of what follows it. */
  public boolean readsForward(int hit) {
    return way[hit] != EventLexicon.BACKWARD;
  }

  /** Whether the cue speaks of what precedes it. */
  public boolean readsBackward(int hit) {
    return way[hit] != EventLexicon.FORWARD;
  }

  /**
   * Drops what a longer phrase has swallowed: a trap swallows every word in it, a thing every
   * shorter one, any other phrase the shorter cues in it ("no" in "no-fly zone").
   *
   * @param compounds whether words are written together, so that a longer word of an event hides
   *     the shorter ones in it: the port in 空港
   * @param things the classes of {@link Events#isThing}
   */
  void dropSwallowed(boolean compounds, BitSet things) {
    int kept = 0;
    boolean[] swallowed = new boolean[size];
    for (int i = 0; i < size; i++) {
      for (int j = i - 1; j >= 0 && first[j] > first[i] - 12; j--) {
        swallow(i, j, swallowed, compounds, things);
      }
    }
    for (int i = 0; i < size; i++) {
      if (!swallowed[i] && wordClass[i] != EventCue.TRAP.wordClass()) {
        wordClass[kept] = wordClass[i];
        first[kept] = first[i];
        last[kept] = last[i];
        way[kept++] = way[i];
      }
    }
    size = kept;
  }

  private void swallow(int a, int b, boolean[] swallowed, boolean compounds, BitSet things) {
    if (swallows(a, b, compounds, things)) {
      swallowed[b] = true;
    } else if (swallows(b, a, compounds, things)) {
      swallowed[a] = true;
    }
  }

  private boolean swallows(int big, int small, boolean compounds, BitSet things) {
    if (first[big] > first[small] || last[big] < last[small]) {
      return false;
    }
    if (wordClass[big] == EventCue.TRAP.wordClass()) {
      return wordClass[small] != EventCue.TRAP.wordClass();
    }
    boolean longer = last[big] - first[big] > last[small] - first[small];
    return longer && (isCue(small) || things.get(wordClass[big]) || (compounds && !isCue(big)));
  }
}
