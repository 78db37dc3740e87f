package org.wirewatch.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the nearest query that can be read, by a few small edits at the fault. */
final class QueryRepair {
  private static final int MOST_EDITS = 4;
  private static final int LONGEST_SOURCE = 2000;

  private QueryRepair() {}

  /** A query near to {@code source} that can be read; empty where no small edit makes one. */
  static String of(String source, QuerySyntaxException fault, Set<String> languages) {
    String mended = source;
    QuerySyntaxException current = fault;
    for (int i = 0; i < MOST_EDITS && source.length() <= LONGEST_SOURCE; i++) {
      QuerySyntaxException next = current;
      for (String candidate : edits(mended, current)) {
        QuerySyntaxException left = fault(candidate, languages);
        if (left == null) {
          return candidate.strip();
        }
        boolean nearer = left.offset() > next.offset() || next == current;
        if (nearer && !candidate.equals(mended)) {
          next = left;
          mended = candidate;
        }
      }
      current = next;
    }
    return "";
  }

  private static @Nullable QuerySyntaxException fault(String source, Set<String> languages) {
    try {
      new QueryParser(source, languages).parse();
      return null;
    } catch (QuerySyntaxException e) {
      return e;
    }
  }

  private static List<String> edits(String source, QuerySyntaxException fault) {
    List<String> edits = new ArrayList<>();
    if (!fault.missing().isEmpty()) {
      edits.add(source + fault.missing());
    }
    int at = Math.min(fault.offset(), source.length());
    int end = endOfSymbol(source, at);
    if (!fault.instead().isEmpty()) {
      int until = fault.end() < 0 ? end : Math.min(fault.end(), source.length());
      edits.add(source.substring(0, at) + fault.instead() + source.substring(until));
    }
    edits.add((source.substring(0, at).stripTrailing() + source.substring(end)).strip());
    int before = startOfSymbolBefore(source, at);
    edits.add((source.substring(0, before).stripTrailing() + " " + source.substring(at)).strip());
    edits.add((source.substring(0, before).stripTrailing() + source.substring(end)).strip());
    if (end > at) {
      edits.add(
          source.substring(0, at) + '"' + source.substring(at, end) + '"' + source.substring(end));
    }
    return edits;
  }

  private static int endOfSymbol(String source, int from) {
    int end = from;
    if (end < source.length() && source.charAt(end) == '"') {
      int close = source.indexOf('"', end + 1);
      return close < 0 ? end + 1 : close + 1;
    }
    if (end < source.length() && "()".indexOf(source.charAt(end)) >= 0) {
      return end + 1;
    }
    while (end < source.length() && " \t\n()\"".indexOf(source.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int startOfSymbolBefore(String source, int at) {
    int end = at;
    while (end > 0 && Character.isWhitespace(source.charAt(end - 1))) {
      end--;
    }
    if (end > 0 && "()".indexOf(source.charAt(end - 1)) >= 0) {
      return end - 1;
    }
    int start = end;
    while (start > 0 && " \t\n()\"".indexOf(source.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }
}
