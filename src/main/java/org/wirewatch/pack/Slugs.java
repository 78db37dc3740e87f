package org.wirewatch.pack;

import java.text.Normalizer;
import java.util.Locale;

/** Slugs of people: the English Wikidata label in lower-case ASCII with hyphens. */
public final class Slugs {
  private Slugs() {}

  /**
   * {@code Đuro Macut} gives {@code duro-macut}, {@code Philip J. Pierre} {@code philip-j-pierre}.
   */
  public static String of(String label) {
    String ascii = ascii(label).toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.append(c);
      } else if (c != '\'' && c != '’' && c != 'ʻ' && c != 'ʼ' && !isHyphen(slug)) {
        slug.append('-');
      }
    }
    return isHyphen(slug) && !slug.isEmpty()
        ? slug.substring(0, slug.length() - 1)
        : slug.toString();
  }

  private static boolean isHyphen(StringBuilder slug) {
    return slug.isEmpty() || slug.charAt(slug.length() - 1) == '-';
  }

  /**
   * Latin letters without their marks; letters that are no base and mark by their usual stand-in.
   */
  static String ascii(String text) {
    String bare = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder ascii = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      switch (c) {
        case 'ø' -> ascii.append('o');
        case 'Ø' -> ascii.append('O');
        case 'ł' -> ascii.append('l');
        case 'Ł' -> ascii.append('L');
        case 'đ', 'ð' -> ascii.append('d');
        case 'Đ' -> ascii.append('D');
        case 'ı' -> ascii.append('i');
        case 'ß' -> ascii.append("ss");
        case 'æ' -> ascii.append("ae");
        case 'Æ' -> ascii.append("Ae");
        case 'œ' -> ascii.append("oe");
        case 'þ' -> ascii.append("th");
        case 'Þ' -> ascii.append("Th");
        case 'ə' -> ascii.append('a');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            ascii.append(c);
          }
        }
      }
    }
    return ascii.toString();
  }
}
