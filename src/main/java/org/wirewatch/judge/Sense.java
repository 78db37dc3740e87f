package org.wirewatch.judge;

import java.util.Set;
import org.wirewatch.pack.Alias;
import org.wirewatch.pack.Homographs;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Organisation;
import org.wirewatch.pack.Title;

/** What a phrase of the packs may mean. */
sealed interface Sense {
  /** ISO 639-1 of the texts that it counts in; {@code mul} for all. */
  String language();

  /** A country. */
  record OfCountry(String code, Alias alias, Set<Homographs.Reading> readings, Set<String> towns)
      implements Sense {
    @Override
    public String language() {
      return alias.language();
    }
  }

  /** A phrase that holds a country's name without speaking of it. */
  record OfCompound(Homographs.Compound compound) implements Sense {
    @Override
    public String language() {
      return compound.language();
    }
  }

  /** A state or province, as it follows a town. */
  record OfSubdivision(String code, String country, boolean abbreviated) implements Sense {
    @Override
    public String language() {
      return "mul";
    }
  }

  /** A person of the leaders' pack. */
  record OfLeader(Leader leader, Leader.Alias alias) implements Sense {
    @Override
    public String language() {
      return alias.language();
    }
  }

  /** A word for an office; of one country only where {@code country} is not empty. */
  record OfTitle(Title title, String country, String language) implements Sense {}

  /** A phrase that names an office all by itself. */
  record OfOffice(String of, Title title, String language) implements Sense {}

  /** A news organisation. */
  record OfOutlet(Organisation organisation, Organisation.Spelling spelling) implements Sense {
    @Override
    public String language() {
      return "mul";
    }
  }
}
