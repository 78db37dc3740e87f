package org.wirewatch.pack;

import java.time.LocalDate;
import java.util.List;

/**
 * A person in or lately in power; the spellings of the name are {@link Leaders#aliases}.
 *
 * @param slug the English Wikidata label in lower-case ASCII with hyphens
 * @param name as English texts write it
 * @param terms offices held, newest first; never empty
 */
public record Leader(String slug, String name, List<Term> terms) {
  public Leader {
    terms = List.copyOf(terms);
  }

  /** Whether any of the offices is held on the day. */
  public boolean inOffice(LocalDate day) {
    return terms.stream().anyMatch(term -> term.covers(day));
  }

  /**
   * One way to write a name.
   *
   * @param language ISO 639-1, {@code zh} for both scripts; {@code mul} for Latin spellings, which
   *     every language in Latin script shares
   */
  public record Alias(String text, String language, Use use) {}

  /** When a spelling may be taken for the person. */
  public enum Use {
    /** The whole name: always. */
    FULL,
    /** Alone where nobody else in the news is called so: Netanyahu, Lula. */
    ALONE,
    /** Only beside a title or after a full mention: Lee, Ali, Brown. */
    AFTER_FULL
  }
}
