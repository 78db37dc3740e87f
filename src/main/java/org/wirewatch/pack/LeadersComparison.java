package org.wirewatch.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Holder.Office;

/**
 * Compares who heads the states, is their foreign and defence minister and leads the great bodies
 * according to the pack with what another source says. Immutable.
 *
 * <ol>
 *   <li>An office that the pack does not have is left alone: a king of Canada is no head of state
 *       whom news would mean. A minister's that it once had is taken up again.
 *   <li>Ministers whose end nobody wrote down are many; of those of one office only who came last
 *       is in it.
 *   <li>Who begins before the one in the pack began is older news than the pack.
 *   <li>Somebody is gone only if the source says so, or says who came instead.
 * </ol>
 */
public final class LeadersComparison {
  /** Fewer countries than this part of the pack's are no answer to go by. */
  private static final double LEAST_COUNTRIES = 0.5;

  /** More than this part of the offices does not change hands between two updates. */
  private static final double MOST_CHANGES = 0.33;

  private static final int FEW_CHANGES = 10;

  private final Leaders leaders;
  private final LocalDate today;
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> countries = new TreeSet<>();
  private int offices;

  /** What became of an office. */
  public enum Kind {
    /** Somebody holds it whom the pack does not have there, beside those whom it has. */
    ADDED,
    /** Nobody is in it any more. */
    GONE,
    /** It passed from one to another. */
    CHANGED
  }

  /**
   * One difference.
   *
   * @param was who held it by the pack; null for {@link Kind#ADDED}
   * @param now who holds it by the source; null for {@link Kind#GONE}
   * @param term the new holder's, or the old one's with its end where nobody came
   */
  public record Change(Kind kind, @Nullable Leader was, @Nullable Holder now, Term term) {}

  private record InOffice(Leader leader, Term term) {}

  private LeadersComparison(Leaders leaders, LocalDate today) {
    this.leaders = leaders;
    this.today = today;
  }

  public static LeadersComparison of(Leaders leaders, Collection<Holder> holders, LocalDate today) {
    LeadersComparison comparison = new LeadersComparison(leaders, today);
    Set<String> known = new TreeSet<>();
    for (Leader leader : leaders.all()) {
      leader.terms().stream().filter(term -> term.covers(today)).forEach(t -> known.add(t.of()));
    }
    for (String of : known) {
      List<Holder> own = holders.stream().filter(each -> each.of().equals(of)).toList();
      for (Office office : Office.values()) {
        comparison.compare(of, own.stream().filter(h -> h.office() == office).toList(), office);
      }
    }
    return comparison;
  }

  /** In the order of the countries' codes. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Why the source cannot be believed, if it cannot. */
  public Optional<String> implausible(int holders) {
    if (holders == 0) {
      return Optional.of("it names no holder of any office");
    }
    long known =
        leaders.all().stream()
            .flatMap(leader -> leader.terms().stream())
            .filter(term -> term.of().length() == 2 && term.covers(today))
            .filter(term -> Office.STATE.isThatOf(term) || Office.GOVERNMENT.isThatOf(term))
            .map(Term::of)
            .distinct()
            .count();
    if (countries.size() < known * LEAST_COUNTRIES) {
      return Optional.of(
          "it names holders in " + countries.size() + " of " + known + " countries only");
    }
    if (changes.size() > Math.max(FEW_CHANGES, offices * MOST_CHANGES)) {
      return Optional.of(changes.size() + " of " + offices + " offices would change hands");
    }
    return Optional.empty();
  }

  private void compare(String of, List<Holder> holders, Office office) {
    List<InOffice> packed = inOffice(of, office);
    List<Holder> own = office.isHighest() ? holders : lastIn(holders);
    Optional<Term> like =
        packed.isEmpty() ? former(of, office) : Optional.of(packed.getFirst().term);
    if (own.isEmpty() || like.isEmpty()) {
      return;
    }
    offices += packed.size();
    if (office.isHighest()) {
      countries.add(of);
    }
    Set<String> stay = new LinkedHashSet<>();
    own.stream().filter(each -> each.isIn(today)).forEach(each -> stay.add(slug(each)));
    List<InOffice> leave =
        packed.stream().filter(each -> !stay.contains(each.leader().slug())).toList();
    List<Holder> come =
        own.stream().filter(each -> each.isIn(today) && !isAmong(packed, slug(each))).toList();
    boolean passed = !come.isEmpty() && (packed.size() == 1 || leave.size() == come.size());
    if (passed && !leave.isEmpty()) {
      for (int i = 0; i < Math.min(leave.size(), come.size()); i++) {
        passed(leave.get(i), come.get(i));
      }
    } else {
      come.forEach(each -> added(like.get(), each));
      leave.forEach(each -> gone(each, own));
    }
  }

  /** Those who are in office no more, and who came last of the others. */
  private List<Holder> lastIn(List<Holder> holders) {
    Optional<Holder> last =
        holders.stream()
            .filter(each -> each.from() != null && each.isIn(today))
            .max(Comparator.comparing(each -> each.from() == null ? LocalDate.MIN : each.from()));
    return holders.stream()
        .filter(each -> !each.isIn(today) || last.filter(each::equals).isPresent())
        .toList();
  }

  /** The last that the pack knows of a minister's office that nobody in the pack holds. */
  private Optional<Term> former(String of, Office office) {
    if (office.isHighest()) {
      return Optional.empty();
    }
    return leaders.all().stream()
        .flatMap(leader -> leader.terms().stream())
        .filter(term -> term.of().equals(of) && office.isThatOf(term))
        .max(Comparator.comparing(Term::from));
  }

  private void passed(InOffice was, Holder now) {
    LocalDate from = now.from() == null ? today : now.from();
    if (from.isAfter(was.term().from())) {
      changes.add(new Change(Kind.CHANGED, was.leader(), now, begun(was.term(), from)));
    }
  }

  private void added(Term like, Holder now) {
    LocalDate from = now.from() == null ? today : now.from();
    changes.add(new Change(Kind.ADDED, null, now, begun(like, from)));
  }

  private void gone(InOffice was, List<Holder> own) {
    Term term = was.term();
    own.stream()
        .filter(each -> slug(each).equals(was.leader().slug()))
        .map(Holder::to)
        .filter(to -> to != null && to.isAfter(term.from()))
        .findFirst()
        .ifPresent(to -> changes.add(new Change(Kind.GONE, was.leader(), null, ended(term, to))));
  }

  /** The terms that a change begins and ends. */
  public List<LeadersUpdate.Held> terms(Change change) {
    List<LeadersUpdate.Held> terms = new ArrayList<>();
    Holder now = change.now();
    Leader was = change.was();
    if (now == null) {
      if (was != null) {
        terms.add(new LeadersUpdate.Held(was.slug(), change.term()));
      }
      return terms;
    }
    terms.add(new LeadersUpdate.Held(slug(now), change.term()));
    if (was != null) {
      was.terms().stream()
          .filter(term ->
              term.of().equals(change.term().of())
                  && term.title() == change.term().title()
                  && term.covers(today))
          .map(term -> new LeadersUpdate.Held(was.slug(), ended(term, change.term().from())))
          .forEach(terms::add);
    }
    return terms;
  }

  private static Term begun(Term like, LocalDate from) {
    return new Term(like.of(), like.role(), like.title(), from, null);
  }

  static Term ended(Term term, LocalDate to) {
    return new Term(term.of(), term.role(), term.title(), term.from(), to);
  }

  private List<InOffice> inOffice(String of, Office office) {
    List<InOffice> found = new ArrayList<>();
    for (Leader leader : leaders.all()) {
      for (Term term : leader.terms()) {
        if (term.of().equals(of) && term.covers(today) && office.isThatOf(term)) {
          found.add(new InOffice(leader, term));
        }
      }
    }
    return found;
  }

  private static boolean isAmong(List<InOffice> packed, String slug) {
    return packed.stream().anyMatch(each -> each.leader().slug().equals(slug));
  }

  /** The slug of the same person in the pack, found by any spelling, else that of the name. */
  public String slug(Holder holder) {
    String slug = Slugs.of(holder.name());
    if (leaders.has(slug)) {
      return slug;
    }
    return leaders.all().stream()
        .filter(leader -> leader.terms().stream().anyMatch(term -> term.of().equals(holder.of())))
        .filter(leader ->
            leaders.aliases(leader.slug()).stream()
                .anyMatch(
                    alias -> alias.use() == Leader.Use.FULL && Slugs.of(alias.text()).equals(slug)))
        .map(Leader::slug)
        .findFirst()
        .orElse(slug);
  }
}
