package org.wirewatch.pack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wirewatch.pack.Homographs.Compound;
import org.wirewatch.pack.Homographs.Homograph;
import org.wirewatch.pack.Homographs.Reading;
import org.wirewatch.pack.Homographs.Subdivision;

/** Reads what else the words mean. */
final class HomographsFile {
  static final List<String> FILES =
      List.of("homographs.tsv", "doubts.tsv", "compounds.tsv", "subdivisions.tsv");

  private HomographsFile() {}

  static Homographs read() {
    List<Homograph> homographs = new ArrayList<>();
    for (String[] row : Table.rows("homographs.tsv", 3)) {
      Set<Reading> readings = EnumSet.noneOf(Reading.class);
      for (String reading : Table.words(row[1])) {
        readings.add(Reading.valueOf(reading));
      }
      Set<String> towns = Set.copyOf(Table.words(row[2]));
      homographs.add(new Homograph(row[0], readings, towns));
    }
    List<Subdivision> subdivisions = new ArrayList<>();
    for (String[] row : Table.rows("subdivisions.tsv", 3)) {
      subdivisions.add(new Subdivision(row[0], row[1], Table.texts(row[2])));
    }
    return new Homographs(
        homographs, phrases("doubts.tsv"), phrases("compounds.tsv"), subdivisions);
  }

  private static List<Compound> phrases(String file) {
    List<Compound> phrases = new ArrayList<>();
    for (String[] row : Table.rows(file, 3)) {
      for (String text : Table.texts(row[2])) {
        phrases.add(new Compound(text, row[0], Reading.valueOf(row[1])));
      }
    }
    return phrases;
  }
}
