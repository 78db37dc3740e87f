package org.wirewatch.match;

/** A fault in the source of a query; never leaves the package, see {@link QueryProblem}. */
final class QuerySyntaxException extends RuntimeException {
  static final int UNKNOWN = -1;

  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String missing;
  private final String instead;
  private final int end;

  /**
   * @param offset into the source
   * @param missing what would mend it if added at the end of the source; else empty
   */
  QuerySyntaxException(int offset, String message, String missing) {
    this(offset, message, missing, "", UNKNOWN);
  }

  private QuerySyntaxException(
      int offset, String message, String missing, String instead, int end) {
    super(message, null, false, false);
    this.offset = offset;
    this.missing = missing;
    this.instead = instead;
    this.end = end;
  }

  /** A fault mended by writing {@code instead} for the symbol at {@code offset}. */
  static QuerySyntaxException misspelt(int offset, String message, String instead) {
    return misspelt(offset, UNKNOWN, message, instead);
  }

  /** The same where what is misspelt ends at {@code end}. */
  static QuerySyntaxException misspelt(int offset, int end, String message, String instead) {
    return new QuerySyntaxException(offset, message, "", instead, end);
  }

  /** Where what {@link #instead} stands for ends; {@link #UNKNOWN} for the end of the symbol. */
  int end() {
    return end;
  }

  /** What the symbol at {@link #offset} was meant to be; empty if that is not known. */
  String instead() {
    return instead;
  }

  int offset() {
    return offset;
  }

  String missing() {
    return missing;
  }
}
