package org.wirewatch.judge;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells how much of an item is about each of the countries, or of the people, that it names.
 *
 * <p>After what is known of news writing: what matters stands in the headline and the lead, is
 * named often and in many sentences, and acts; history, comparison, brokers and datelines do not.
 */
final class Focus {
  /** What a listed, a nested or a background mention counts for beside a full one. */
  private static final double LISTED = 0.5;

  private static final double LITTLE = 0.2;

  private final Scene scene;
  private final Layout layout;
  private final Map<Referent, Tally> tallies = new LinkedHashMap<>();
  private final double total;

  /**
   * @param mentions of one kind, in reading order
   */
  Focus(Scene scene, Layout layout, List<Mention> mentions) {
    this.scene = scene;
    this.layout = layout;
    MentionWeights weights = new MentionWeights(scene, layout, mentions);
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      tallies.computeIfAbsent(mention.referent(), _ -> new Tally()).add(mention, weights.of(i));
    }
    this.total = tallies.values().stream().mapToDouble(tally -> tally.weight).sum();
  }

  /** The features of every referent, in the order of their first mention. */
  Map<Referent, Map<Feature, Double>> features() {
    Map<Referent, Map<Feature, Double>> all = new LinkedHashMap<>();
    tallies.forEach((referent, tally) -> all.put(referent, features(referent, tally)));
    return all;
  }

  private Map<Feature, Double> features(Referent referent, Tally tally) {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    values.put(Feature.BIAS, 1.0);
    title(tally, values);
    lead(tally, values);
    amount(tally, values);
    int others = tallies.size() - 1;
    values.put(Feature.OTHERS, Math.log1p(others));
    values.put(Feature.ALONE, flag(others == 0));
    // where a reporter sat is a mention, unless what matters in the text names no country at all
    boolean local =
        tally.dateline
            && tallies.values().stream().noneMatch(t -> t != tally && (t.title || t.lead));
    boolean told = !tally.sentences.isEmpty() || local;
    values.put(Feature.DATELINE, flag(tally.dateline && told));
    values.put(Feature.DATELINE_LOCAL, flag(local));
    values.put(Feature.UNNAMED, flag(tally.named == 0));
    values.put(Feature.WEAK_ONLY, flag(tally.full == 0 && told));
    values.put(Feature.SUBJECT, flag(tally.subject));
    values.put(
        Feature.HOME,
        flag(
            referent instanceof Referent.Country(String code)
                && code.equals(scene.item().source().country())));
    return values;
  }

  private void title(Tally tally, Map<Feature, Double> values) {
    boolean anyInTitle = tallies.values().stream().anyMatch(t -> t.inTitle());
    values.put(Feature.TITLE, flag(tally.title));
    values.put(Feature.TITLE_PLACE, flag(!tally.title && tally.titlePlace));
    values.put(
        Feature.TITLE_FIRST,
        flag(
            tally.inTitle()
                && tallies.values().stream().noneMatch(t -> t.titleAt < tally.titleAt)));
    values.put(
        Feature.TITLE_ALONE,
        flag(
            tally.inTitle()
                && tallies.values().stream().noneMatch(t -> t != tally && t.inTitle())));
    boolean hasTitle = !scene.item().title().isBlank();
    values.put(Feature.TITLE_EMPTY, flag(hasTitle && !anyInTitle));
    values.put(Feature.TITLE_OTHERS, flag(anyInTitle && !tally.inTitle()));
  }

  private void lead(Tally tally, Map<Feature, Double> values) {
    values.put(Feature.LEAD, flag(tally.lead));
    values.put(Feature.LEAD_PLACE, flag(!tally.lead && tally.leadPlace));
    values.put(
        Feature.LEAD_FIRST,
        flag(
            (tally.lead || tally.leadPlace)
                && tallies.values().stream().noneMatch(t -> t.leadAt < tally.leadAt)));
  }

  private void amount(Tally tally, Map<Feature, Double> values) {
    int sentences = Math.max(1, layout.bodySentences());
    values.put(Feature.COUNT, Math.log1p(tally.weight));
    values.put(Feature.SHARE, total == 0 ? 0 : tally.weight / total);
    values.put(
        Feature.MOST, flag(tallies.values().stream().noneMatch(t -> t.weight > tally.weight)));
    values.put(Feature.SPREAD, (double) tally.sentences.size() / sentences);
    values.put(Feature.LATE, tally.inTitle() ? 0 : (double) tally.firstSentence / sentences);
  }

  private static double flag(boolean value) {
    return value ? 1 : 0;
  }

  /** What was counted of one referent. */
  private final class Tally {
    private boolean title;
    private boolean titlePlace;
    private int titleAt = Integer.MAX_VALUE;
    private boolean lead;
    private boolean leadPlace;
    private int leadAt = Integer.MAX_VALUE;
    private boolean dateline;
    private boolean subject;
    private int named;
    private int full;
    private double weight;
    private int firstSentence = Integer.MAX_VALUE;
    private final Set<Integer> sentences = new HashSet<>();

    private void add(Mention mention, Weight mentionWeight) {
      int token = mention.first();
      boolean place = isPlace(mention.form());
      firstSentence = Math.min(firstSentence, layout.bodySentence(token));
      switch (mentionWeight) {
        case FULL -> {
          full++;
          weight += place ? LISTED : 1;
        }
        case LISTED -> weight += LISTED;
        case NAMESAKE, BACKGROUND -> weight += LITTLE;
        case DATELINE -> {
          dateline = true;
          weight += LITTLE;
          return;
        }
      }
      sentences.add(scene.tokens().sentence(token));
      named += place ? 0 : 1;
      if (mentionWeight == Weight.NAMESAKE) {
        return;
      }
      if (layout.isTitle(token)) {
        title |= !place;
        titlePlace |= place;
        titleAt = Math.min(titleAt, token);
      } else if (layout.isLead(token)) {
        lead |= !place;
        leadPlace |= place;
        leadAt = Math.min(leadAt, token);
      }
      subject |= !place && isSubject(mention);
    }

    private boolean inTitle() {
      return title || titlePlace;
    }

    private boolean isSubject(Mention mention) {
      int first = scene.tokens().firstToken(scene.tokens().sentence(mention.first()));
      return mention.first() - first <= 1
          || scene.has(scene.behind(mention.last()), Cue.INSTITUTION);
    }
  }

  private static boolean isPlace(Mention.Form form) {
    return switch (form) {
      case CAPITAL, PLACE -> true;
      case NAME, DEMONYM, SEAT, FULL_NAME, SURNAME, OFFICE -> false;
    };
  }
}
