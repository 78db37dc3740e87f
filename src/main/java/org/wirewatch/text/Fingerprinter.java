package org.wirewatch.text;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link Fingerprint} of a text. A news text says what it is about at its beginning:
 * terms and names come from the headline and the first {@value #LEAD} words after it, the sketch
 * from the first {@value #READ} characters. Thread-safe.
 */
public final class Fingerprinter {
  private static final int READ = 8_000;
  private static final int LEAD = 160;
  private static final int MOST_NAMES = 48;

  /** A report's day stands in its first sentence or two; further down other days are told of. */
  private static final int DAYED = 60;

  /** So many runs of three words of the lead are kept; with fewer than the least, none. */
  private static final int LEAD_RUNS = 32;

  private static final int LEAST_LEAD_RUNS = 10;

  /** Titles in which more than this share of words is upper case are written in title case. */
  private static final double TITLE_CASE = 0.6;

  /** Languages that write ch where English writes kh. */
  private static final Set<String> ROUGH = Set.of("de", "nl", "pl");

  private static final Pattern SEPARATOR = Pattern.compile("[.,]");

  private Fingerprinter() {}

  /**
   * The fingerprint of a headline and the text under it; either may be empty.
   *
   * @param language BCP 47; in German every noun has a capital, so a capital makes no name there
   */
  public static Fingerprint of(String title, String text, @Nullable String language) {
    Scan scan = new Scan(!"de".equals(language), language != null && ROUGH.contains(language));
    scan.read(title, true, true);
    scan.read(text, false, true);
    return scan.finish();
  }

  /** The fingerprint of words as they were written somewhere, each a name if it is capitalised. */
  public static Fingerprint ofMentions(Iterable<String> mentions) {
    Scan scan = new Scan(true, false);
    for (String mention : mentions) {
      scan.read(mention, true, false);
    }
    return scan.finish();
  }

  /** One pass over one text. */
  private static final class Scan {
    private final Tally terms = new Tally(4 * LEAD);
    private final Tally names = new Tally(MOST_NAMES);
    private final int[] minima = new int[Fingerprint.PLACES];
    private final short[] leadRuns = new short[LEAD_RUNS];
    private final boolean capitalsAreNames;
    private final boolean rough;
    private final NamedDays days = new NamedDays();
    private final RisingToll toll = new RisingToll();
    private int before;
    private int last;
    private int words;
    private int lead;

    Scan(boolean capitalsAreNames, boolean rough) {
      this.capitalsAreNames = capitalsAreNames;
      this.rough = rough;
      Arrays.fill(minima, Integer.MAX_VALUE);
    }

    void read(String text, boolean title, boolean sentences) {
      boolean casedNames = !sentences || !title || !isTitleCase(text);
      int end = Math.min(text.length(), READ);
      boolean opening = sentences;
      for (int i = 0; i < end; ) {
        char c = text.charAt(i);
        if (FingerprintTerms.isUnspaced(c)) {
          if (i + 1 < end && FingerprintTerms.isUnspaced(text.charAt(i + 1))) {
            unspaced(text, i, end);
            take(FingerprintTerms.ofPair(c, text.charAt(i + 1)), title, false);
          }
          i++;
        } else if (Character.isLetterOrDigit(c)) {
          int to = wordEnd(text, i, end);
          if (Character.isDigit(c)) {
            number(text.substring(i, to), text.substring(to, Math.min(end, to + 2)), title);
          } else {
            word(text.substring(i, to), title, casedNames && !opening);
          }
          opening = false;
          i = to;
        } else {
          opening |= c == '.' || c == '!' || c == '?' || c == '\n';
          i++;
        }
      }
    }

    private void unspaced(String text, int i, int end) {
      if (lead < DAYED) {
        char third = i + 2 < end ? text.charAt(i + 2) : ' ';
        days.unspaced(text.charAt(i), text.charAt(i + 1), third);
        toll.unspaced(text.charAt(i), text.charAt(i + 1));
      }
    }

    /** The number is the same in "143秒", "143초" and "143-second". */
    private void number(String written, String after, boolean title) {
      String folded = Folding.fold(SEPARATOR.matcher(written).replaceAll(""));
      int digits = 0;
      while (digits < folded.length() && Character.isDigit(folded.charAt(digits))) {
        digits++;
      }
      if (digits == 0) {
        return;
      }
      if (lead < DAYED) {
        days.number(folded.substring(0, digits), folded.substring(digits) + after);
      }
      if (lead < LEAD && digits > 1) {
        names.add(FingerprintTerms.hash(folded, 0, digits), 1);
      }
      take(FingerprintTerms.of(folded), title, true);
    }

    private void word(String written, boolean title, boolean mayBeName) {
      char first = written.charAt(0);
      String folded = Folding.fold(written);
      if (folded.isEmpty()) {
        return;
      }
      if (lead < DAYED) {
        days.word(folded);
        toll.word(folded);
      }
      int term = FingerprintTerms.of(folded);
      if (CalendarWords.has(term)) {
        take(FingerprintTerms.common(term), title, false);
        return;
      }
      boolean name = mayBeName && Character.isUpperCase(first);
      if (lead < LEAD) {
        if (name || isUncased(first)) {
          names.add(FingerprintSkeleton.of(folded, rough), 1);
        }
      }
      take(term, title, name && capitalsAreNames);
    }

    private void take(int term, boolean title, boolean name) {
      if (lead < LEAD) {
        terms.add(term, (title ? 2 : 1) | (name ? Fingerprint.NAME : 0));
      }
      lead += title ? 0 : 1;
      words++;
      if (words >= 3) {
        int run = FingerprintTerms.mix(FingerprintTerms.mix(before * 31 + last) * 31 + term);
        place(run);
        if (lead >= 3 && lead < LEAD_RUNS + 3) {
          leadRuns[lead - 3] = (short) run;
        }
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
      long named = toll.isTold() ? 0 : days.bits();
      return new Fingerprint(
          terms.keys(), terms.counts(), names.keys(), sketch(), lead(), words, named);
    }

    private short[] lead() {
      int runs = Math.min(LEAD_RUNS, lead - 2);
      if (runs < LEAST_LEAD_RUNS) {
        return new short[0];
      }
      short[] sorted = Arrays.copyOf(leadRuns, runs);
      Arrays.sort(sorted);
      int kept = 1;
      for (int i = 1; i < runs; i++) {
        if (sorted[i] != sorted[i - 1]) {
          sorted[kept++] = sorted[i];
        }
      }
      return Arrays.copyOf(sorted, kept);
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

  /** Counts keys; the first so many occurrences, zero left out. */
  private static final class Tally {
    private final long[] occurrences;
    private int size;
    private int[] keys = new int[0];
    private byte[] counts = new byte[0];

    Tally(int most) {
      occurrences = new long[most];
    }

    void add(int key, int count) {
      if (key != 0 && size < occurrences.length) {
        occurrences[size++] = ((long) key << 8) | count;
      }
    }

    int[] keys() {
      Arrays.sort(occurrences, 0, size);
      keys = new int[size];
      counts = new byte[size];
      int n = -1;
      for (int i = 0; i < size; i++) {
        int key = (int) (occurrences[i] >> 8);
        int count = (int) occurrences[i] & 0xFF;
        if (n < 0 || keys[n] != key) {
          keys[++n] = key;
        }
        int sum = (counts[n] & Fingerprint.MOST) + (count & Fingerprint.MOST);
        int name = (counts[n] | count) & Fingerprint.NAME;
        counts[n] = (byte) (Math.min(Fingerprint.MOST, sum) | name);
      }
      counts = Arrays.copyOf(counts, n + 1);
      return Arrays.copyOf(keys, n + 1);
    }

    /** Those of {@link #keys}, asked before. */
    byte[] counts() {
      return counts;
    }
  }

  private static int wordEnd(String text, int from, int end) {
    boolean number = Character.isDigit(text.charAt(from));
    int i = from;
    while (i < end
        && ((isWord(text.charAt(i)) && !FingerprintTerms.isUnspaced(text.charAt(i)))
            || (number && isSeparator(text, i, end)))) {
      i++;
    }
    return i;
  }

  /** Whether a point or comma stands between two digits: 14,000 is one number, and so is 6.8. */
  private static boolean isSeparator(String text, int i, int end) {
    char c = text.charAt(i);
    return (c == '.' || c == ',')
        && i + 1 < end
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1));
  }

  private static boolean isWord(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
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
