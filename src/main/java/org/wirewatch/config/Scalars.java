package org.wirewatch.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What single values mean; empty where they are no such thing. Pure. */
final class Scalars {
  private static final Pattern SIZE =
      Pattern.compile("(\\d+)\\s*(B|KB|MB|GB)", Pattern.CASE_INSENSITIVE);

  private Scalars() {}

  static Optional<Integer> number(String text, int least, int most) {
    try {
      return Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Optional<Long> size(String text) {
    Matcher m = SIZE.matcher(text);
    if (!m.matches() || m.group(1).length() > 9) {
      return Optional.empty();
    }
    long n = Long.parseLong(m.group(1));
    return Optional.of(
        switch (m.group(2).toUpperCase(Locale.ROOT)) {
          case "B" -> n;
          case "KB" -> n << 10;
          case "MB" -> n << 20;
          default -> n << 30;
        });
  }

  static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants()).filter(c -> spelled(c).equals(text)).findFirst();
  }

  static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Scalars::spelled)
        .collect(Collectors.joining(", "));
  }

  static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
