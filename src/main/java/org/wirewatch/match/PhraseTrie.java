package org.wirewatch.match;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The nodes of a trie of phrases as they are stored: of each, its parent and the word that leads
 * there from it. A parent has a lower number than its children; the root is 0. Immutable.
 */
final class PhraseTrie {
  private final int[] parent;
  private final int[] word;
  private final int words;

  private PhraseTrie(int[] parent, int[] word, int words) {
    this.parent = parent;
    this.word = word;
    this.words = words;
  }

  /** The number of nodes, the root among them. */
  int size() {
    return parent.length;
  }

  /** Above every number of a word. */
  int words() {
    return words;
  }

  int parent(int node) {
    return parent[node];
  }

  int word(int node) {
    return word[node];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(words);
    Packed.write(parent, out);
    Packed.write(word, out);
  }

  static PhraseTrie read(ByteBuffer in) {
    int words = in.getInt();
    int[] parent = Packed.read(in);
    return new PhraseTrie(parent, Packed.read(in), words);
  }

  /** Collects nodes. Confined to one thread. */
  static final class Writer {
    private int size = 1;
    private int[] parent = new int[64];
    private int[] word = new int[64];

    /** The number of the new node. */
    int add(int under, int by) {
      if (size == parent.length) {
        parent = Arrays.copyOf(parent, size * 2);
        word = Arrays.copyOf(word, size * 2);
      }
      parent[size] = under;
      word[size] = by;
      return size++;
    }

    PhraseTrie trie(int words) {
      return new PhraseTrie(Arrays.copyOf(parent, size), Arrays.copyOf(word, size), words);
    }
  }
}
