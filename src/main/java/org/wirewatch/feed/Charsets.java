package org.wirewatch.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Charsets by the labels that documents use, read as browsers read them (WHATWG Encoding): a label
 * stands for the larger charset that its users really write.
 */
final class Charsets {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Charsets() {}

  /** Null if nobody knows the label. */
  static @Nullable Charset byLabel(String label) {
    try {
      return Charset.forName(supersetOf(label.strip().toLowerCase(Locale.ROOT)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return null;
    }
  }

  /**
   * The charset of a declaration that could be read as ASCII, so that it cannot be in UTF-16
   * whatever it says.
   */
  static @Nullable Charset ofAsciiFamily(String label) {
    Charset charset = byLabel(label);
    return charset == null
            || charset.name().startsWith("UTF-16")
            || charset.name().startsWith("UTF-32")
        ? null
        : charset;
  }

  static boolean isSingleByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
  }

  private static String supersetOf(String label) {
    return switch (label) {
      case "utf8", "utf-8", "unicode-1-1-utf-8", "u8" -> StandardCharsets.UTF_8.name();
      case "us-ascii",
          "ascii",
          "iso-8859-1",
          "iso8859-1",
          "iso_8859-1",
          "iso88591",
          "latin1",
          "latin-1",
          "l1",
          "8859_1",
          "cp1252",
          "x-cp1252" ->
          "windows-1252";
      case "iso-8859-9", "latin5", "iso8859-9" -> "windows-1254";
      case "gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese", "csgb2312", "cp936" -> "GB18030";
      case "euc-kr", "ks_c_5601-1987", "ksc5601", "korean", "cseuckr", "windows-949", "cp949" ->
          "x-windows-949";
      case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "cp932" -> "windows-31j";
      case "big5", "big-5", "cn-big5", "x-x-big5", "csbig5" -> "Big5-HKSCS";
      case "tis-620", "iso-8859-11", "windows-874" -> "x-windows-874";
      case "koi8", "koi", "koi8_r", "koi8r", "cskoi8r" -> "KOI8-R";
      case "koi8-ru" -> "KOI8-U";
      case "cp1250", "x-cp1250" -> "windows-1250";
      case "cp1251", "x-cp1251", "win-1251" -> "windows-1251";
      case "u16" -> "UTF-16";
      case "u32" -> "UTF-32";
      default -> label;
    };
  }
}
