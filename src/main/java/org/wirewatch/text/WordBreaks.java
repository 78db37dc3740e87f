package org.wirewatch.text;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/** Words of scripts that write none apart: Thai, Lao, Khmer, Burmese, by ICU's dictionaries. */
final class WordBreaks {
  /** ICU's iterators hold state, and making one reads a dictionary: one a thread. */
  private static final ThreadLocal<BreakIterator> WORDS =
      ThreadLocal.withInitial(() -> BreakIterator.getWordInstance(Locale.ROOT));

  private WordBreaks() {}

  /** Called with the start and end of each word. */
  interface Visitor {
    void word(int start, int end);
  }

  static void forEach(char[] text, int from, int to, Visitor visitor) {
    BreakIterator words = WORDS.get();
    words.setText(new String(text, from, to - from));
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
      visitor.word(from + start, from + end);
      start = end;
    }
  }
}
