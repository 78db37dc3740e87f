package org.wirewatch.match;

/** A fault in the source of a query; never leaves the package, see {@link QueryProblem}. */
final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String missing;

  /**
   * @param offset into the source
   * @param missing what would mend it if added at the end of the source; else empty
   */
  QuerySyntaxException(int offset, String message, String missing) {
    super(message, null, false, false);
    this.offset = offset;
    this.missing = missing;
  }

  int offset() {
    return offset;
  }

  String missing() {
    return missing;
  }
}
