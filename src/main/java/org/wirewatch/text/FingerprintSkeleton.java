package org.wirewatch.text;

/**
 * The first consonants of a name, so that a name is the same in the scripts and spellings of many
 * languages and in most of its cases: Kharkiv, Kharkov, Харків and Харьков are all "hrkv", Antwerp
 * and Antwerpen "ntvr". What romanisations confuse is one letter: the sibilants, g and h, k and q.
 * Cyrillic, Greek, Arabic, Hebrew and Devanagari are read letter by letter; other scripts have no
 * skeleton.
 */
final class FingerprintSkeleton {
  /** A skeleton of fewer consonants is too common to mean one name. */
  private static final int LEAST = 3;

  /** What follows so many consonants is often an ending. */
  private static final int MOST = 4;

  /** A letter and its consonant, by turns; letters that are not here are passed over. */
  private static final String LETTERS =
      "бbвvгhґhдdжsзsкkлlмmнnпpрrсsтtфfхhцsчsшsщsљlњnћsџsђdѓhќkўv"
          + "βvγhδdζsθtκkλlμmνnπpρrσsςsτtφfχhψs"
          + "بbتtثsجsحhخhدdذdرrزsسsشsصsضdطtظsغhفfقkكkلlمmنnهhوvپpچsژsگhکk"
          + "कkखkगhघhचsछsजsझsटtठtडdढdणnतtथtदdधdनnपpफfबbभbमmरrलlवvशsषsसsहh"
          + "בbגhדdהhוvזsחhטtךkכkלlםmמmןnנnסsףpפpץsצsקkרrשsתt";

  private static final String OTHER_VOWELS = "ايیאי";

  private static final char[] CONSONANTS = new char[0x980];

  static {
    java.util.Arrays.fill(CONSONANTS, ' ');
    for (int i = 0; i < LETTERS.length(); i += 2) {
      CONSONANTS[LETTERS.charAt(i)] = LETTERS.charAt(i + 1);
    }
  }

  private FingerprintSkeleton() {}

  /**
   * The hash of the skeleton of a folded name, or 0 where it has none.
   *
   * @param rough whether its language writes with ch what others write with kh: Charkow
   */
  static int of(CharSequence name, boolean rough) {
    int h = 0x811C9DC5;
    int letters = 0;
    char last = ' ';
    for (int i = 0; i < name.length() && letters < MOST; i++) {
      char c = consonant(name, i, rough);
      if (c != ' ' && (c != last || writesNoVowels(name.charAt(i)))) {
        h = (h ^ c) * 0x01000193;
        letters++;
      }
      last = c;
    }
    return letters < LEAST ? 0 : FingerprintTerms.mix(h) | 1;
  }

  /** Two of a consonant are one doubled ("Anna"), save where the vowel between is not written. */
  private static boolean writesNoVowels(char c) {
    return c >= '\u0590' && c <= '\u06FF';
  }

  /** The consonant class at {@code i}, or a blank for vowels and the second half of a digraph. */
  private static char consonant(CharSequence name, int i, boolean rough) {
    char c = name.charAt(i);
    if (c == 'و' || c == 'ו') {
      return isConsonantWaw(name, i) ? 'v' : ' ';
    }
    if (c > 'z') {
      return c < CONSONANTS.length ? CONSONANTS[c] : ' ';
    }
    char next = i + 1 < name.length() ? name.charAt(i + 1) : ' ';
    return switch (c) {
      case 'c' -> rough && next == 'h' ? roughCh(name, i) : "heiy".indexOf(next) >= 0 ? 's' : 'k';
      case 'k' -> next == 'h' ? 'h' : 'k';
      case 'p' -> next == 'h' ? 'f' : 'p';
      case 'q' -> 'k';
      case 'h' -> isDigraph(name, i) ? ' ' : 'h';
      case 'w' -> 'v';
      case 'x', 'z', 's' -> 's';
      case 'g', 'j' -> c == 'g' ? 'h' : 's';
      case 'b', 'd', 'f', 'l', 'm', 'n', 'r', 't', 'v' -> c;
      default -> ' ';
    };
  }

  /**
   * At the start, doubled, or beside another vowel letter; elsewhere it is an o or u: كوستي is
   * Kosti.
   */
  private static boolean isConsonantWaw(CharSequence name, int i) {
    char before = i == 0 ? ' ' : name.charAt(i - 1);
    char after = i + 1 < name.length() ? name.charAt(i + 1) : ' ';
    return i == 0
        || before == name.charAt(i)
        || OTHER_VOWELS.indexOf(before) >= 0
        || OTHER_VOWELS.indexOf(after) >= 0;
  }

  /** In "sch" it is part of the sibilant before it. */
  private static char roughCh(CharSequence name, int i) {
    return i > 0 && name.charAt(i - 1) == 's' ? ' ' : 'h';
  }

  private static boolean isDigraph(CharSequence name, int i) {
    return i > 0 && "ckpstzgd".indexOf(name.charAt(i - 1)) >= 0;
  }
}
