package org.wirewatch.feed;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Zones by the names and offsets that dates carry. Of abbreviations that several places use, the
 * one of RFC 822 is meant, else the one most written in news feeds ({@code IST} is India's, {@code
 * CST} North America's).
 */
final class TimeZones {
  /** No zone is further from UTC, in seconds. */
  private static final int LARGEST = 64_800;

  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:GMT|UTC|UT|Z|Etc/GMT)?\\s*([+\\-\u2212\u2013])\\s*(\\d{1,2}):?(\\d{2})?(?::?\\d{2})?\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** Offsets from UTC in minutes. */
  private static final Map<String, Integer> MINUTES = new HashMap<>();

  static {
    put(0, "GMT UT UTC Z WET ETC/GMT ETC/UTC UCT ZULU G.M.T");
    put(60, "CET BST MET WEST WAT IRST MEZ");
    put(120, "CEST EET MEST SAST CAT MESZ HAEC");
    put(180, "EEST MSK EAT TRT AST-ARABIA");
    put(210, "IRST-IRAN");
    put(240, "MSD GST SAMT AZT GET AMT-ARMENIA");
    put(270, "AFT");
    put(300, "PKT UZT YEKT");
    put(330, "IST SLST");
    put(345, "NPT");
    put(360, "BDT ALMT OMST");
    put(390, "MMT");
    put(420, "WIB ICT KRAT");
    put(480, "HKT SGT MYT PHT PHST AWST WITA IRKT");
    put(540, "JST KST WIT YAKT");
    put(570, "ACST");
    put(600, "AEST VLAT ChST");
    put(630, "ACDT");
    put(660, "AEDT MAGT");
    put(720, "NZST FJT PETT");
    put(780, "NZDT");
    put(-60, "AZOT CVT");
    put(-120, "FNT");
    put(-180, "ADT BRT ART UYT CLST");
    put(-210, "NST");
    put(-150, "NDT");
    put(-240, "EDT AST CLT VET BOT AT");
    put(-300, "EST CDT COT PET ECT ET");
    put(-360, "CST MDT CT");
    put(-420, "MST PDT MT");
    put(-480, "PST AKDT PT");
    put(-540, "AKST");
    put(-600, "HST HAST");
  }

  private TimeZones() {}

  private static void put(int minutes, String names) {
    for (String name : names.split(" ", -1)) {
      MINUTES.put(name.toUpperCase(Locale.ROOT), minutes);
    }
  }

  /** Null if it is no zone. */
  static @Nullable ZoneId find(String text) {
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      return offset(offset);
    }
    String name = text.replaceAll("[()\\[\\]]", "").strip();
    String first = name.split("[\\s,;]+", -1)[0];
    Integer minutes = MINUTES.get(first.toUpperCase(Locale.ROOT).replaceAll("\\.$", ""));
    if (minutes != null) {
      return ZoneOffset.ofTotalSeconds(minutes * 60);
    }
    return first.contains("/") ? region(first) : null;
  }

  private static @Nullable ZoneId offset(Matcher matcher) {
    int hours = Integer.parseInt(matcher.group(2));
    int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    if (hours > 18 || minutes > 59) {
      return null;
    }
    int sign = matcher.group(1).equals("+") ? 1 : -1;
    return ZoneOffset.ofTotalSeconds(sign * Math.min(hours * 3600 + minutes * 60, LARGEST));
  }

  private static @Nullable ZoneId region(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
