package org.wirewatch.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Languages as feeds name them, made BCP 47. */
final class LanguageTag {
  private LanguageTag() {}

  /** {@code en_us} becomes {@code en-US}; null if it names no language. */
  static @Nullable String of(@Nullable String written) {
    if (written == null) {
      return null;
    }
    String first = written.strip().split("[,;\\s]", -1)[0].replace('_', '-');
    String tag = Locale.forLanguageTag(first).toLanguageTag();
    return tag.equals("und")
            || tag.startsWith("x-")
            || tag.startsWith("zxx")
            || tag.startsWith("mul")
        ? null
        : tag;
  }
}
