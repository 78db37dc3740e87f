package org.wirewatch.search;

/** The index cannot be searched now; the message says why. */
public final class SearchUnavailable extends Exception {
  private static final long serialVersionUID = 1;

  SearchUnavailable(String message) {
    super(message);
  }
}
