package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wirewatch.model.EventTold;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Field;
import org.wirewatch.model.Status;
import org.wirewatch.pack.EventKind;
import org.wirewatch.text.Tokens;

/**
 * Makes of the sentences that tell one kind of event the events themselves: what happened in the
 * same place is one, and the newest status wins over its background.
 */
final class EventTelling {
  private static final double TITLE = 0.9;
  private static final double LEAD = 0.7;
  private static final double SECOND = 0.5;
  private static final double LATER = 0.25;
  private static final double REPEATED = 0.08;
  private static final double HISTORY = 0.3;
  static final double ABOUT = 0.5;

  private EventTelling() {}

  static EventFinding of(EventKind kind, List<EventMention> mentions, Tokens tokens) {
    List<List<EventMention>> groups = byPlace(mentions);
    List<EventTold> told = new ArrayList<>();
    for (List<EventMention> group : groups) {
      told.add(told(group));
    }
    int best = mostProminent(groups, told, tokens);
    Collections.swap(told, 0, best);
    double salience = salience(groups.get(best), told.getFirst().status(), tokens);
    return new EventFinding(kind.slug(), salience, salience >= ABOUT, told);
  }

  /** A live one comes first, then what is told most prominently. */
  private static int mostProminent(
      List<List<EventMention>> groups, List<EventTold> told, Tokens tokens) {
    int best = 0;
    for (int i = 1; i < groups.size(); i++) {
      boolean live = told.get(i).status().isLive();
      boolean bestLive = told.get(best).status().isLive();
      if (live != bestLive
          ? live
          : rank(groups.get(i), told.get(i), tokens)
              > rank(groups.get(best), told.get(best), tokens)) {
        best = i;
      }
    }
    return best;
  }

  private static double rank(List<EventMention> group, EventTold told, Tokens tokens) {
    return salience(group, told.status(), tokens);
  }

  private static List<List<EventMention>> byPlace(List<EventMention> mentions) {
    List<List<EventMention>> groups = new ArrayList<>();
    for (EventMention mention : mentions) {
      List<EventMention> home = null;
      for (List<EventMention> group : groups) {
        if (home == null && isSameEvent(group, mention)) {
          home = group;
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        groups.add(home);
      }
      home.add(mention);
    }
    return groups;
  }

  private static boolean isSameEvent(List<EventMention> group, EventMention mention) {
    if (!mention.basis().isOwn() || mention.places().isEmpty()) {
      return true;
    }
    boolean known = false;
    for (EventMention other : group) {
      if (!Collections.disjoint(other.places(), mention.places())) {
        return true;
      }
      known |= other.basis().isOwn();
    }
    return !known;
  }

  private static EventTold told(List<EventMention> group) {
    Status status = status(group);
    Set<String> places = new LinkedHashSet<>();
    Set<String> actors = new LinkedHashSet<>();
    List<Evidence> evidence = new ArrayList<>();
    boolean own = group.stream().anyMatch(mention -> mention.basis().isOwn());
    EventMention first = first(group, status);
    for (EventMention mention : group) {
      boolean sameSentence = mention.sentence() == first.sentence();
      if (mention.basis().isOwn() ? sameSentence || !first.basis().isOwn() : !own) {
        places.addAll(mention.places());
      }
      actors.addAll(mention.actors());
      evidence.add(mention.evidence());
    }
    return new EventTold(status, List.copyOf(places), List.copyOf(actors), evidence);
  }

  private static EventMention first(List<EventMention> group, Status status) {
    for (EventMention mention : group) {
      if (mention.status() == status) {
        return mention;
      }
    }
    return group.getFirst();
  }

  /**
   * The headline's status, else that of the first sentence that is no background; told as closed
   * and then as open again it is open.
   */
  private static Status status(List<EventMention> group) {
    Status status = Status.PAST;
    Field field = Field.BODY;
    int sentence = -1;
    for (EventMention mention : group) {
      if (mention.status() == Status.PAST) {
        continue;
      }
      if (status == Status.PAST) {
        status = mention.status();
        field = mention.field();
        sentence = mention.sentence();
      } else if ((field != Field.TITLE || mention.sentence() == sentence)
          && status.isLive()
          && mention.status() == Status.ENDED) {
        status = Status.ENDED;
      } else if (status == Status.ANNOUNCED && mention.status() == Status.IN_EFFECT) {
        status = Status.IN_EFFECT;
      }
    }
    return isRetold(group) ? Status.PAST : status;
  }

  /** Headlines tell old events in the present tense; then the text dates them, all of them. */
  private static boolean isRetold(List<EventMention> group) {
    List<EventMention> below =
        group.stream().filter(mention -> mention.field() != Field.TITLE).toList();
    return below.size() >= 2 && below.stream().allMatch(m -> m.status() == Status.PAST);
  }

  private static double salience(List<EventMention> group, Status status, Tokens tokens) {
    double best = 0;
    for (EventMention mention : group) {
      double weight = weight(mention, tokens);
      best = Math.max(best, mention.status() == Status.PAST ? Math.min(weight, HISTORY) : weight);
    }
    double salience = best + REPEATED * Math.min(3, group.size() - 1);
    return status == Status.PAST ? Math.min(salience, HISTORY) : Math.min(1, salience);
  }

  private static double weight(EventMention mention, Tokens tokens) {
    if (mention.field() == Field.TITLE) {
      return TITLE;
    }
    int place = mention.sentence();
    int body = 0;
    while (body < place && tokens.sentenceField(body) == Field.TITLE) {
      body++;
    }
    return switch (place - body) {
      case 0 -> LEAD;
      case 1 -> SECOND;
      default -> LATER;
    };
  }
}
