package org.wirewatch.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many letters of each script a text has, and what that says about its language.
 *
 * @param counts an array of one count each
 * @param letters of all scripts together
 */
record ScriptCounts(String text, Map<UnicodeScript, int[]> counts, int letters) {
  static ScriptCounts of(String text) {
    Map<UnicodeScript, int[]> counts = new EnumMap<>(UnicodeScript.class);
    UnicodeScript last = UnicodeScript.LATIN;
    int[] ofLast = counts.computeIfAbsent(last, _ -> new int[1]);
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        UnicodeScript script = c < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(c);
        if (script != last) {
          ofLast = counts.computeIfAbsent(script, _ -> new int[1]);
          last = script;
        }
        ofLast[0]++;
        letters++;
      }
    }
    return new ScriptCounts(text, counts, letters);
  }

  boolean isMostlyLatin() {
    return letters > 0 && count(UnicodeScript.LATIN) * 2 >= letters;
  }

  /** The language, where the script and its letters tell it; null for Latin script. */
  @Nullable String language() {
    int cjk =
        count(UnicodeScript.HAN)
            + count(UnicodeScript.HIRAGANA)
            + count(UnicodeScript.KATAKANA)
            + count(UnicodeScript.HANGUL);
    // A syllable of these says as much as two letters of others.
    if (cjk * 3 >= letters && cjk > 0) {
      return eastAsian(cjk);
    }
    for (Map.Entry<UnicodeScript, int[]> entry : counts.entrySet()) {
      if (letters > 0 && entry.getValue()[0] * 2 >= letters) {
        return byScript(entry.getKey());
      }
    }
    return null;
  }

  private String eastAsian(int cjk) {
    if (count(UnicodeScript.HANGUL) * 2 >= cjk) {
      return "ko";
    }
    int kana = count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA);
    return kana * 20 >= cjk ? "ja" : "zh";
  }

  private @Nullable String byScript(UnicodeScript script) {
    return switch (script) {
      case CYRILLIC -> cyrillic();
      case ARABIC -> arabic();
      case HEBREW -> "he";
      case DEVANAGARI -> "hi";
      case GREEK -> "el";
      case THAI -> "th";
      case LAO -> "lo";
      case KHMER -> "km";
      case MYANMAR -> "my";
      case ARMENIAN -> "hy";
      case GEORGIAN -> "ka";
      case BENGALI -> "bn";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case GUJARATI -> "gu";
      case GURMUKHI -> "pa";
      case KANNADA -> "kn";
      case MALAYALAM -> "ml";
      case SINHALA -> "si";
      case ETHIOPIC -> "am";
      default -> null;
    };
  }

  private String cyrillic() {
    if (any("ђјљњћџѓќѕ") > 0) {
      return any("ѓќѕ") > any("ђћ") ? "mk" : "sr";
    }
    if (any("әғқңұһ") > 0) {
      return "kk";
    }
    if (any("ў") > 0) {
      return "be";
    }
    if (any("іїєґ") > any("ыэъ")) {
      return "uk";
    }
    return any("ыэ") == 0 && any("ъ") * 100 > letters ? "bg" : "ru";
  }

  private String arabic() {
    if (any("ٹڈڑےں") > 0) {
      return "ur";
    }
    return any("پچژگکی") * 50 > letters ? "fa" : "ar";
  }

  private int any(String letters) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      if (letters.indexOf(Character.toLowerCase(text.charAt(i))) >= 0) {
        found++;
      }
    }
    return found;
  }

  private int count(UnicodeScript script) {
    int[] counted = counts.get(script);
    return counted == null ? 0 : counted[0];
  }
}
