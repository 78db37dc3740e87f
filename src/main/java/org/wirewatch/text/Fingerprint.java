package org.wirewatch.text;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an item leaves of its text for comparing it with others: enough to tell a copy, a rewrite
 * and a translation from another story, in about a kilobyte. Immutable. Made by {@link
 * Fingerprinter}.
 *
 * <ul>
 *   <li><b>terms</b>: hashes of the words of headline and lead, cut to a stem's length, with their
 *       counts and whether they are names; what two items in one language share.
 *   <li><b>names</b>: hashes of the consonants of names, whatever their script, and of numbers;
 *       what two items in different languages share.
 *   <li><b>sketch</b>: one-permutation MinHash over runs of three words (Li, Owen, Zhang 2012) with
 *       empty places filled from their neighbours (Shrivastava, Li 2014); what copies share.
 *   <li><b>days</b>: those that the first sentences name.
 *   <li><b>lead</b>: the first of those runs below the headline, all of them; what copies share
 *       that were cut to an excerpt.
 * </ul>
 */
public final class Fingerprint {
  /** Places of the sketch. */
  static final int PLACES = 64;

  /** The bit of a count that says that the term is a name or a number. */
  static final int NAME = 0x80;

  /** The highest count. */
  static final int MOST = 0x7F;

  /** Places to a band: two texts of resemblance r meet in one of 16 bands with 1-(1-r⁴)¹⁶. */
  private static final int ROWS = 4;

  private final int[] terms;
  private final byte[] counts;
  private final int[] names;
  private final short[] sketch;
  private final short[] lead;
  private final int words;
  private final long days;

  /** The two lowest bits of each place: where they differ, the places do. */
  private final long lowBits;

  private final long highBits;

  /**
   * @param terms ascending, without repeats; {@code counts} goes with it
   * @param names ascending, without repeats
   * @param sketch {@link #PLACES} long, or empty for a text too short to have one
   * @param lead ascending, without repeats; empty where the text is too short
   * @param days see {@link NamedDays#bits}
   */
  Fingerprint(
      int[] terms, byte[] counts, int[] names, short[] sketch, short[] lead, int words, long days) {
    this.days = days;
    this.terms = terms;
    this.counts = counts;
    this.names = names;
    this.sketch = sketch;
    this.lead = lead;
    this.words = words;
    this.lowBits = bits(sketch, 0);
    this.highBits = bits(sketch, 1);
  }

  private static long bits(short[] sketch, int bit) {
    long bits = 0;
    for (int i = 0; i < sketch.length; i++) {
      bits |= ((sketch[i] >>> bit) & 1L) << i;
    }
    return bits;
  }

  /** How many terms there are. */
  public int size() {
    return terms.length;
  }

  /** The {@code i}th term; ascending. */
  public int term(int i) {
    return terms[i];
  }

  /** How often the {@code i}th term stands there, the headline twice; at least 1. */
  public int count(int i) {
    return counts[i] & MOST;
  }

  /** Whether the {@code i}th term stands there as a name or is a number: a particular. */
  public boolean isName(int i) {
    return (counts[i] & NAME) != 0;
  }

  /** How many names and numbers there are. */
  public int namesSize() {
    return names.length;
  }

  /** The {@code i}th name; ascending. */
  public int name(int i) {
    return names[i];
  }

  /** How many words the text has, as far as it was read. */
  public int words() {
    return words;
  }

  /** The days that the beginning names, in a text that was told on one: that one or before. */
  public Set<LocalDate> days(LocalDate told) {
    return NamedDays.dates(days, told);
  }

  /**
   * The same without the words and names of {@code mentions}: what all reports on one subject have
   * tells none of them apart. The sketch stays.
   */
  public Fingerprint without(Fingerprint mentions) {
    int[] kept =
        IntStream.range(0, terms.length).filter(i -> !mentions.hasTerm(terms[i])).toArray();
    int[] keptNames =
        Arrays.stream(names).filter(n -> Arrays.binarySearch(mentions.names, n) < 0).toArray();
    return reduced(kept, keptNames);
  }

  /**
   * The same without the words of {@code mentions} that are no names: of "shut Brindle airport",
   * all reports of shut airports have two words, and one airport's have the third.
   */
  public Fingerprint withoutWords(Fingerprint mentions) {
    int[] kept =
        IntStream.range(0, terms.length)
            .filter(i -> isName(i) || !mentions.hasTerm(terms[i]))
            .toArray();
    return reduced(kept, names);
  }

  /**
   * The same with the words of {@code mentions} taken for more usual ones: most reports that a
   * query finds have one of its words, but which one may tell them apart.
   */
  public Fingerprint dimmed(Fingerprint mentions) {
    int[] dimmed = terms.clone();
    for (int i = 0; i < dimmed.length; i++) {
      if (mentions.hasTerm(dimmed[i])) {
        dimmed[i] = FingerprintTerms.usual(dimmed[i]);
      }
    }
    return new Fingerprint(dimmed, counts, names, sketch, lead, words, days);
  }

  private boolean hasTerm(int term) {
    return Arrays.binarySearch(terms, term) >= 0;
  }

  private Fingerprint reduced(int[] kept, int[] keptNames) {
    int[] keptTerms = new int[kept.length];
    byte[] keptCounts = new byte[kept.length];
    for (int i = 0; i < kept.length; i++) {
      keptTerms[i] = terms[kept[i]];
      keptCounts[i] = counts[kept[i]];
    }
    return new Fingerprint(keptTerms, keptCounts, keptNames, sketch, lead, words, days);
  }

  /** The same with nothing but the sketch, which is enough to know a copy by. */
  public Fingerprint onlySketch() {
    return new Fingerprint(new int[0], new byte[0], new int[0], sketch, new short[0], words, days);
  }

  /** The estimated Jaccard resemblance of the runs of three words, in [0,1]. */
  public double resemblance(Fingerprint other) {
    if (sketch.length == 0 || other.sketch.length == 0) {
      return 0;
    }
    int same = 0;
    for (int i = 0; i < PLACES; i++) {
      same += sketch[i] == other.sketch[i] ? 1 : 0;
    }
    return (double) same / PLACES;
  }

  /** The same from {@code least} on, and 0 below it, which most texts are soon found to be. */
  public double resemblanceFrom(Fingerprint other, double least) {
    if (sketch.length == 0 || other.sketch.length == 0) {
      return 0;
    }
    int most = (int) (PLACES * (1 - least));
    int different = Long.bitCount((lowBits ^ other.lowBits) | (highBits ^ other.highBits));
    if (different > most) {
      return 0;
    }
    double resemblance = resemblance(other);
    return PLACES * (1 - resemblance) > most ? 0 : resemblance;
  }

  /** The Jaccard resemblance of the leads' runs of three words, in [0,1]. */
  public double leadResemblance(Fingerprint other) {
    int same = 0;
    for (int i = 0, j = 0; i < lead.length && j < other.lead.length; ) {
      int order = Short.compare(lead[i], other.lead[j]);
      same += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return same == 0 ? 0 : (double) same / (lead.length + other.lead.length - same);
  }

  /** The keys under which near-duplicates find one another; empty where there is no sketch. */
  public int[] bands() {
    int[] bands = new int[sketch.length / ROWS];
    for (int b = 0; b < bands.length; b++) {
      int h = b + 1;
      for (int r = 0; r < ROWS; r++) {
        h = FingerprintTerms.mix(h * 31 + sketch[b * ROWS + r]);
      }
      bands[b] = h;
    }
    return bands;
  }

  /** As text, for keeping. */
  public String encoded() {
    ByteBuffer out =
        ByteBuffer.allocate(
            28 + terms.length * 5 + names.length * 4 + (sketch.length + lead.length) * 2);
    out.putInt(words).putInt(terms.length).putInt(names.length).putInt(sketch.length);
    out.putInt(lead.length).putLong(days);
    for (int term : terms) {
      out.putInt(term);
    }
    out.put(counts);
    for (int name : names) {
      out.putInt(name);
    }
    for (short place : sketch) {
      out.putShort(place);
    }
    for (short run : lead) {
      out.putShort(run);
    }
    return Base64.getEncoder().withoutPadding().encodeToString(out.array());
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Fingerprint decoded(String text) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      int words = in.getInt();
      int[] terms = new int[in.getInt()];
      int[] names = new int[in.getInt()];
      short[] sketch = new short[in.getInt()];
      short[] lead = new short[in.getInt()];
      long days = in.getLong();
      byte[] counts = new byte[terms.length];
      Arrays.setAll(terms, _ -> in.getInt());
      in.get(counts);
      Arrays.setAll(names, _ -> in.getInt());
      for (int i = 0; i < sketch.length; i++) {
        sketch[i] = in.getShort();
      }
      for (int i = 0; i < lead.length; i++) {
        lead[i] = in.getShort();
      }
      return new Fingerprint(terms, counts, names, sketch, lead, words, days);
    } catch (java.nio.BufferUnderflowException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("no fingerprint: " + text, e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that
        && words == that.words
        && days == that.days
        && Arrays.equals(terms, that.terms)
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(names, that.names)
        && Arrays.equals(sketch, that.sketch)
        && Arrays.equals(lead, that.lead);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(terms) + Arrays.hashCode(sketch);
  }

  @Override
  public String toString() {
    return "Fingerprint[" + terms.length + " terms, " + names.length + " names]";
  }
}
