package org.wirewatch.judge;

import java.util.List;
import org.wirewatch.match.Place;
import org.wirewatch.model.Field;
import org.wirewatch.text.Tokens;

/**
 * How much of what an item is about a user's words are, in [0,1]: a headline or a lead that has
 * them says most, then how often they stand. A query that asks for no words holds for the whole
 * item.
 */
final class QuerySalience {
  private static final double ANYWHERE = 0.2;
  private static final double LEAD = 0.3;
  private static final double TITLE = 0.4;
  private static final double EACH_FURTHER = 0.08;
  private static final int MOST_FURTHER = 5;

  private QuerySalience() {}

  static double of(List<Place> places, Tokens tokens) {
    if (places.isEmpty()) {
      return 1;
    }
    Layout layout = new Layout(tokens);
    boolean title = places.stream().anyMatch(place -> tokens.field(place.first()) == Field.TITLE);
    boolean lead = places.stream().anyMatch(place -> layout.isLead(place.first()));
    int further = Math.min(MOST_FURTHER, places.size() - 1);
    double sum = ANYWHERE + (title ? TITLE : 0) + (lead ? LEAD : 0) + EACH_FURTHER * further;
    return Math.min(1, sum);
  }
}
