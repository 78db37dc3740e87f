package org.wirewatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirewatch.pack.Organisation.Spelling;

class OrganisationsTest {
  private final Organisations organisations = Packs.load().organisations();

  @Test
  void everyOrganisationIsWhole() {
    Countries countries = Packs.load().countries();
    assertThat(organisations.all())
        .hasSizeGreaterThan(400)
        .allSatisfy(organisation -> {
          assertThat(organisation.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
          assertThat(organisation.tier()).isBetween(1, 3);
          assertThat(countries.has(organisation.country())).as(organisation.id()).isTrue();
          assertThat(organisation.spellings()).as(organisation.id()).isNotEmpty();
          assertThat(organisation.family()).isNotEmpty();
        });
  }

  @Test
  void language_ofWhoPublishesInOne_isThatOneElseNone() {
    assertThat(organisations.ofHost("rss.dn.se").flatMap(Organisation::language)).hasValue("sv");
    assertThat(organisations.ofHost("letemps.ch").flatMap(Organisation::language)).hasValue("fr");
    assertThat(organisations.ofHost("dw.com").flatMap(Organisation::language)).isEmpty();
  }

  @Test
  void ofHost_ofASubdomain_isTheOrganisationsOwn() {
    assertThat(organisations.ofHost("feeds.bbci.co.uk")).map(Organisation::id).hasValue("bbc");
    assertThat(organisations.ofHost("www.MiamiHerald.com"))
        .map(Organisation::name)
        .hasValue("Miami Herald");
    assertThat(organisations.ofHost("news.example")).isEmpty();
  }

  @Test
  void sisterPapersShareAFamily() {
    assertThat(organisations.of("the-wall-street-journal").orElseThrow().family())
        .isEqualTo(organisations.of("the-times").orElseThrow().family());
  }

  @Test
  void spellings_thatAreOrdinaryWords_areMarked() {
    assertThat(organisations.of("associated-press").orElseThrow().spellings())
        .contains(new Spelling("AP", true, false));
    assertThat(organisations.of("the-sun").orElseThrow().spellings())
        .contains(new Spelling("The Sun", false, true));
  }
}
