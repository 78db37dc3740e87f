package org.wirewatch.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wirewatch.model.Item;

/** What a new version of watchlists takes that the old one did not, and the other way round. */
final class BackTestDiff {
  private final Map<BackTest.Key, Counts> byEntry = new TreeMap<>();

  private static final class Counts {
    private final BackTest.Examples addedExamples = new BackTest.Examples();
    private final BackTest.Examples lostExamples = new BackTest.Examples();
    private int added;
    private int lost;
  }

  void compare(Item item, Set<BackTest.Key> before, Set<BackTest.Key> now) {
    BackTest.Example example = BackTest.Example.of(item);
    for (BackTest.Key key : now) {
      if (!before.contains(key)) {
        counts(key).added++;
        counts(key).addedExamples.add(example);
      }
    }
    for (BackTest.Key key : before) {
      if (!now.contains(key)) {
        counts(key).lost++;
        counts(key).lostExamples.add(example);
      }
    }
  }

  BackTestLine.Change of(BackTest.Key key, int alertsBefore) {
    Counts counts = counts(key);
    return new BackTestLine.Change(
        counts.added,
        counts.lost,
        alertsBefore,
        counts.addedExamples.list(),
        counts.lostExamples.list());
  }

  private Counts counts(BackTest.Key key) {
    return byEntry.computeIfAbsent(key, _ -> new Counts());
  }
}
