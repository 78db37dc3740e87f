package org.wirewatch.model;

import java.util.List;

/**
 * One mention: where in the item it stands.
 *
 * @param start UTF-16 offset into the field as given, inclusive
 * @param end UTF-16 offset, exclusive
 * @param text exactly the slice from start to end
 * @param sentence start and end of the sentence around it, in the same offsets; two numbers
 */
public record Evidence(Field field, int start, int end, String text, List<Integer> sentence) {
  public Evidence {
    sentence = List.copyOf(sentence);
  }
}
