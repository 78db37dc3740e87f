package org.wirewatch.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is and lately was in power, and the words for their offices. Immutable to its users;
 * thread-safe.
 */
public final class Leaders {
  private final Map<String, Leader> bySlug = new LinkedHashMap<>();
  private final Map<String, List<Leader>> byOffice = new HashMap<>();
  private final Supplier<Words> words;

  Leaders(List<Leader> leaders, Supplier<Words> words) {
    for (Leader leader : leaders) {
      bySlug.put(leader.slug(), leader);
      leader.terms().stream()
          .map(term -> office(term.of(), term.title()))
          .distinct()
          .forEach(office -> byOffice.computeIfAbsent(office, _ -> new ArrayList<>()).add(leader));
    }
    this.words = new Lazy<>(words);
  }

  /**
   * The words that people and offices go by.
   *
   * @param aliases of each person, by slug
   */
  record Words(
      Map<String, List<Leader.Alias>> aliases,
      List<TitleWord> titleWords,
      List<OfficePhrase> officePhrases) {}

  public Collection<Leader> all() {
    return bySlug.values();
  }

  public Optional<Leader> of(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  public boolean has(String slug) {
    return bySlug.containsKey(slug);
  }

  /**
   * Every spelling of a person's name, in every language that has its own; none for an unknown
   * slug. The first call of this or of the words for offices reads all of them.
   */
  public List<Leader.Alias> aliases(String slug) {
    return words.get().aliases().getOrDefault(slug, List.of());
  }

  /**
   * Who held an office on a day; empty where the pack does not know, several where it is shared.
   *
   * @param of a country's code or a body's id, see {@link Term#of()}
   */
  public List<Leader> holders(String of, Title title, LocalDate day) {
    return byOffice.getOrDefault(office(of, title), List.of()).stream()
        .filter(leader ->
            leader.terms().stream()
                .anyMatch(
                    term -> term.of().equals(of) && term.title() == title && term.covers(day)))
        .toList();
  }

  /**
   * The words for an office without its country, in every inflected form: "president", "primera
   * ministra", "президента". Put beside a country's name or adjective they name its holder.
   */
  public List<TitleWord> titleWords() {
    return words.get().titleWords();
  }

  /**
   * Phrases that name an office all by themselves: "the Pope", "NATO chief", "UN-Generalsekretär".
   */
  public List<OfficePhrase> officePhrases() {
    return words.get().officePhrases();
  }

  private static String office(String of, Title title) {
    return of + '/' + title;
  }

  /**
   * A word for an office.
   *
   * @param country where only this country's office is called so ("taoiseach"), else empty
   */
  public record TitleWord(String text, String language, Title title, String country) {}

  /** A phrase for one office. */
  public record OfficePhrase(String text, String language, String of, Title title) {}
}
