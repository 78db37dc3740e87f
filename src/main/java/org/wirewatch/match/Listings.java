package org.wirewatch.match;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which phrases end at which node of a trie, how each wants to be written, and the number of its
 * value. Immutable.
 */
final class Listings {
  private static final int NONE = -1;

  private final int[] first;
  private final int[] next;
  private final int[] form;
  private final int[] value;
  private final Spelling[] forms;

  private Listings(int nodes, int[] node, int[] form, int[] value, Spelling[] forms) {
    this.first = new int[nodes];
    this.next = new int[node.length];
    this.form = form;
    this.value = value;
    this.forms = forms;
    Arrays.fill(first, NONE);
    for (int listing = 0; listing < node.length; listing++) {
      next[listing] = first[node[listing]];
      first[node[listing]] = listing;
    }
  }

  int size() {
    return next.length;
  }

  /** The last one listed at a node; negative if none is. */
  int first(int node) {
    return first[node];
  }

  /** The one listed at the same node before; negative if none was. */
  int next(int listing) {
    return next[listing];
  }

  Spelling form(int listing) {
    return forms[form[listing]];
  }

  int value(int listing) {
    return value[listing];
  }

  static Listings read(ByteBuffer in, int nodes) {
    Spelling[] forms = new Spelling[in.getInt()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = Spelling.read(in);
    }
    int[] node = Packed.read(in);
    int[] form = Packed.read(in);
    return new Listings(nodes, node, form, Packed.read(in), forms);
  }

  /** Collects listings. Confined to one thread. */
  static final class Writer {
    private final Map<Spelling, Integer> numbers = new HashMap<>();
    private final List<Spelling> forms = new ArrayList<>();
    private final IntList node = new IntList();
    private final IntList form = new IntList();
    private final IntList value = new IntList();

    void add(int at, Spelling spelling, int valueNumber) {
      Spelling written = spelling.bare();
      Integer known = numbers.putIfAbsent(written, forms.size());
      if (known == null) {
        forms.add(written);
      }
      node.add(at);
      form.add(known == null ? forms.size() - 1 : known);
      value.add(valueNumber);
    }

    Listings listings(int nodes) {
      return new Listings(
          nodes, node.toArray(), form.toArray(), value.toArray(), forms.toArray(Spelling[]::new));
    }

    void write(DataOutput out) throws IOException {
      out.writeInt(forms.size());
      for (Spelling each : forms) {
        each.write(out);
      }
      Packed.write(node.toArray(), out);
      Packed.write(form.toArray(), out);
      Packed.write(value.toArray(), out);
    }
  }
}
