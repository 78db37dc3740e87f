package org.wirewatch.text;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the {@link Fingerprint} of a text. A news text says what it is about at its beginning:
 * terms and names come from the headline and the first {@value #LEAD} words after it, the sketch
 * from the first {@value #READ} characters. Thread-safe.
 */
public final class Fingerprinter {
  private static final int READ = 8_000;
  private static final int LEAD = 160;
  private static final int MOST_TERMS = 160;
  private static final int MOST_NAMES = 48;

  /** Titles in which more than this share of words is upper case are written in title case. */
  private static final double TITLE_CASE = 0.6;

  private Fingerprinter() {}

  /** The fingerprint of a headline and the text under it; either may be empty. */
  public static Fingerprint of(String title, String text) {
    Scan scan = new Scan();
    scan.read(title, true);
    scan.read(text, false);
    return scan.finish();
  }

  /** One pass over one text. */
  private static final class Scan {
    private final TreeMap<Integer, Integer> terms = new TreeMap<>();
    private final TreeSet<Integer> names = new TreeSet<>();
    private final int[] minima = new int[Fingerprint.PLACES];
    private int before;
    private int last;
    private int words;
    private int lead;

    Scan() {
      Arrays.fill(minima, Integer.MAX_VALUE);
    }

    void read(String text, boolean title) {
      boolean casedNames = !title || !isTitleCase(text);
      int end = Math.min(text.length(), READ);
      boolean opening = true;
      for (int i = 0; i < end; ) {
        char c = text.charAt(i);
        if (FingerprintTerms.isUnspaced(c)) {
          if (i + 1 < end && FingerprintTerms.isUnspaced(text.charAt(i + 1))) {
            take(FingerprintTerms.ofPair(c, text.charAt(i + 1)), title);
          }
          i++;
        } else if (Character.isLetterOrDigit(c)) {
          int to = wordEnd(text, i, end);
          word(text.substring(i, to), title, casedNames && !opening);
          opening = false;
          i = to;
        } else {
          opening |= c == '.' || c == '!' || c == '?' || c == '\n';
          i++;
        }
      }
    }

    private void word(String written, boolean title, boolean mayBeName) {
      String folded = Folding.fold(written);
      if (folded.isEmpty()) {
        return;
      }
      if (lead < LEAD && names.size() < MOST_NAMES) {
        name(written, folded, mayBeName);
      }
      take(FingerprintTerms.of(folded), title);
    }

    private void name(String written, String folded, boolean mayBeName) {
      char first = written.charAt(0);
      if (Character.isDigit(first)) {
        if (folded.length() > 1) {
          names.add(FingerprintTerms.hash(folded, 0, folded.length()));
        }
      } else if ((mayBeName && Character.isUpperCase(first)) || isUncased(first)) {
        int skeleton = FingerprintSkeleton.of(folded);
        if (skeleton != 0) {
          names.add(skeleton);
        }
      }
    }

    private void take(int term, boolean title) {
      if (lead < LEAD && (terms.size() < MOST_TERMS || terms.containsKey(term))) {
        terms.merge(term, title ? 2 : 1, (a, b) -> Math.min(Byte.MAX_VALUE, a + b));
      }
      lead += title ? 0 : 1;
      words++;
      if (words >= 3) {
        place(FingerprintTerms.mix(FingerprintTerms.mix(before * 31 + last) * 31 + term));
      }
      before = last;
      last = term;
    }

    /** The low bits of a run's hash choose its place, the others compete for the least. */
    private void place(int run) {
      int place = run & (Fingerprint.PLACES - 1);
      minima[place] = Math.min(minima[place], run >>> 6);
    }

    Fingerprint finish() {
      int[] keys = new int[terms.size()];
      byte[] counts = new byte[keys.length];
      int n = 0;
      for (var term : terms.entrySet()) {
        keys[n] = term.getKey();
        counts[n++] = term.getValue().byteValue();
      }
      int[] sorted = names.stream().mapToInt(Integer::intValue).toArray();
      return new Fingerprint(keys, counts, sorted, sketch(), words);
    }

    private short[] sketch() {
      if (words < 5) {
        return new short[0];
      }
      short[] sketch = new short[minima.length];
      for (int i = 0; i < minima.length; i++) {
        int from = i;
        int steps = 0;
        while (minima[from] == Integer.MAX_VALUE) {
          from = (from + 1) % minima.length;
          steps++;
        }
        sketch[i] = (short) FingerprintTerms.mix(minima[from] + steps * 0x9E3779B1);
      }
      return sketch;
    }
  }

  private static int wordEnd(String text, int from, int end) {
    int i = from;
    while (i < end && isWord(text.charAt(i)) && !FingerprintTerms.isUnspaced(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isUncased(char c) {
    return Character.getType(c) == Character.OTHER_LETTER;
  }

  private static boolean isTitleCase(String title) {
    int words = 0;
    int upper = 0;
    boolean inside = false;
    for (int i = 0; i < title.length(); i++) {
      boolean letter = Character.isLetterOrDigit(title.charAt(i));
      if (letter && !inside) {
        words++;
        upper += Character.isUpperCase(title.charAt(i)) ? 1 : 0;
      }
      inside = letter;
    }
    return upper > TITLE_CASE * words;
  }
}
