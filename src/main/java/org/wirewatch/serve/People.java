package org.wirewatch.serve;

import java.util.List;

/**
 * What people have done about an alert, and can do yet. Immutable.
 *
 * @param done a line each
 * @param left empty where nothing is left to do
 */
public record People(List<String> done, List<Choice> left) {
  /** Nobody did anything, and nothing can be done. */
  public static final People NOBODY = new People(List.of(), List.of());

  /** A button: what it sends as {@code verb}, and what stands on it. */
  public record Choice(String verb, String label) {}

  public People {
    done = List.copyOf(done);
    left = List.copyOf(left);
  }
}
