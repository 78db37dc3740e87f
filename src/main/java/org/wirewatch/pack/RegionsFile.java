package org.wirewatch.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the regions; a member may be a region listed before, as {@code +caribbean}. */
final class RegionsFile {
  private RegionsFile() {}

  static Regions read() {
    Map<String, List<Regions.Name>> names = names();
    Map<String, Set<String>> codes = new LinkedHashMap<>();
    List<Regions.Region> regions = new ArrayList<>();
    for (String[] row : Table.rows("regions.tsv", 4)) {
      Set<String> members = members(row[2], codes);
      codes.put(row[0], members);
      regions.add(
          new Regions.Region(
              row[0],
              row[1],
              members,
              names.getOrDefault(row[0], List.of()),
              row[3].equals("body")));
    }
    return new Regions(regions);
  }

  private static Set<String> members(String cell, Map<String, Set<String>> known) {
    Set<String> members = new TreeSet<>();
    for (String member : Table.words(cell)) {
      if (member.startsWith("+")) {
        members.addAll(known.getOrDefault(member.substring(1), Set.of()));
      } else {
        members.add(member);
      }
    }
    return members;
  }

  private static Map<String, List<Regions.Name>> names() {
    Map<String, List<Regions.Name>> names = new LinkedHashMap<>();
    Inflections inflections = Inflections.read();
    for (String[] row : Table.rows("region-names.tsv", 3)) {
      for (String text : Table.texts(row[2])) {
        for (String form : inflections.forms(text, row[1])) {
          names.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(new Regions.Name(form, row[1]));
        }
      }
    }
    return names;
  }
}
