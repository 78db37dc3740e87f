package org.wirewatch.match;

/** The readings taken one after another while walking a trie. Confined to one thread. */
final class Path {
  private final int[] tokens = new int[Spelling.LONGEST];
  private final int[] readings = new int[Spelling.LONGEST];
  private int length;

  void push(int token, int reading) {
    tokens[length] = token;
    readings[length] = reading;
    length++;
  }

  void pop() {
    length--;
  }

  int length() {
    return length;
  }

  int token(int at) {
    return tokens[at];
  }

  int reading(int at) {
    return readings[at];
  }
}
