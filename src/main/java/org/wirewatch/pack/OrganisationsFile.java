package org.wirewatch.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirewatch.pack.Organisation.Kind;
import org.wirewatch.pack.Organisation.Spelling;

/**
 * Reads the news organisations. A spelling that ends in {@code !} counts in that case only, one
 * that ends in {@code ?} also means something else.
 */
final class OrganisationsFile {
  static final String FILE = "organisations.tsv";

  private OrganisationsFile() {}

  static Organisations read() {
    List<Organisation> organisations = new ArrayList<>();
    for (String[] row : Table.rows(FILE, 9)) {
      List<Spelling> spellings =
          Table.texts(row[8]).stream().map(OrganisationsFile::spelling).toList();
      List<String> hosts = Table.texts(row[7]);
      organisations.add(
          new Organisation(
              row[0],
              row[1],
              Kind.valueOf(row[2].toUpperCase(Locale.ROOT)),
              row[3],
              row[4],
              Optional.of(row[5]).filter(language -> !language.equals("-")),
              Integer.parseInt(row[6]),
              hosts.getFirst(),
              hosts.subList(1, hosts.size()),
              spellings));
    }
    return new Organisations(organisations);
  }

  private static Spelling spelling(String text) {
    boolean ambiguous = text.endsWith("?");
    String rest = ambiguous ? text.substring(0, text.length() - 1) : text;
    boolean exactCase = rest.endsWith("!");
    return new Spelling(
        exactCase ? rest.substring(0, rest.length() - 1) : rest, exactCase, ambiguous);
  }
}
