package org.wirewatch.judge;

import java.util.List;
import org.wirewatch.match.Matching;
import org.wirewatch.match.PhraseIndex;
import org.wirewatch.match.PhraseMatch;
import org.wirewatch.pack.Packs;
import org.wirewatch.pack.Regions;
import org.wirewatch.pack.Regions.Region;
import org.wirewatch.text.Tokens;

/**
 * Finds where a text names a part of the map that is larger than a country: "Asian quake", "skies
 * over the Gulf". Immutable; safe to share between threads.
 */
final class RegionNames {
  private static final RegionNames BUILT_IN = new RegionNames(Packs.load().regions());

  private final PhraseIndex<Region> names;

  private RegionNames(Regions regions) {
    PhraseIndex.Builder<Region> builder = PhraseIndex.builder();
    for (Region region : regions.all()) {
      if (!region.body()) {
        for (Regions.Name name : region.aliases()) {
          builder.add(name.text(), region, Matching.NAME);
        }
      }
    }
    names = builder.build();
  }

  static RegionNames builtIn() {
    return BUILT_IN;
  }

  List<PhraseMatch<Region>> find(Tokens tokens) {
    return names.find(tokens);
  }
}
