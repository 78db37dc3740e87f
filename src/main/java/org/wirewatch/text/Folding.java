package org.wirewatch.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Folding: what makes two spellings of one word equal. Case, accents (Latin and Greek), full and
 * half width, ligatures, the Turkish i, ß and ss, ё and е, Arabic and Hebrew vowel points and
 * letter forms, traditional and simplified Chinese, native digits, invisible characters.
 * Idempotent.
 *
 * <p>Not folded, because they part words: й and и, kana with and without voicing, the vowel signs
 * of Indian scripts.
 */
public final class Folding {
  /** Of a hash of nothing yet; see {@link #next} and {@link #finish}. */
  static final long SEED = 0xCBF29CE484222325L;

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /** The separate voicing marks of kana. */
  private static final char VOICED = '\u3099';

  private static final char SEMI_VOICED = '\u309A';

  private Folding() {}

  /** {@code text} folded; what is no letter stays. */
  public static String fold(String text) {
    char[] out = new char[text.length() * 3 + 8];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      n = append(text.charAt(i), out, n);
      if (n > out.length - 24) {
        out = Arrays.copyOf(out, out.length * 2);
      }
    }
    return new String(out, 0, n);
  }

  /**
   * Appends the folded form of {@code c}; {@code out} has room for 24 more.
   *
   * @return the new length
   */
  static int append(char c, char[] out, int length) {
    CharTable.Page page = CharTable.page(c);
    char folded = page.fold[c & 0xFF];
    if (folded == CharTable.DROPPED) {
      return composed(c, out, length);
    }
    if (folded != CharTable.EXPANDS) {
      if ((folded == VOICED || folded == SEMI_VOICED) && length > 0) {
        return voiced(folded, out, length);
      }
      out[length] = folded;
      return length + 1;
    }
    String longer = page.longer.getOrDefault(c, "");
    longer.getChars(0, longer.length(), out, length);
    return length + longer.length();
  }

  /**
   * Whether an entry of {@link CharTable.Page#fold} is one character, whatever stands before it.
   */
  static boolean standsAlone(char folded) {
    return folded != CharTable.DROPPED && folded < VOICED;
  }

  /** Marks that are dropped elsewhere make other letters of these: и + breve is й. */
  private static int composed(char mark, char[] out, int length) {
    if (length > 0) {
      char base = out[length - 1];
      if (mark == '\u0306' && base == '\u0438') {
        out[length - 1] = '\u0439';
      } else if (mark == '\u0308' && base == '\u0456') {
        out[length - 1] = '\u0457';
      }
    }
    return length;
  }

  /** A separate voicing mark, as half-width kana have it, belongs to the kana before it. */
  private static int voiced(char mark, char[] out, int length) {
    String pair =
        Normalizer.normalize(new String(new char[] {out[length - 1], mark}), Normalizer.Form.NFC);
    out[length - 1] = pair.charAt(0);
    return length;
  }

  /** The 64-bit hash by which folded forms are told apart everywhere. */
  public static long hash(CharSequence folded) {
    return hash(folded, 0, folded.length());
  }

  static long hash(CharSequence text, int from, int to) {
    long h = SEED;
    for (int i = from; i < to; i++) {
      h = next(h, text.charAt(i));
    }
    return finish(h);
  }

  static long hash(char[] folded, int from, int to) {
    long h = SEED;
    for (int i = from; i < to; i++) {
      h = next(h, folded[i]);
    }
    return finish(h);
  }

  /** A hash with one more character. */
  static long next(long h, int c) {
    return (h ^ c) * PRIME;
  }

  /** Never zero, so that tables of hashes can use zero for empty. */
  static long finish(long h) {
    long mixed = h ^ (h >>> 32);
    return mixed == 0 ? 1 : mixed;
  }
}
