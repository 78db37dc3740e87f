package org.wirewatch.cli;

/** A number with what it counts, as people write it. */
final class Counted {
  private Counted() {}

  static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
