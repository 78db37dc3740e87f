package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.json.Json;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Packs;
import org.wirewatch.pack.Title;

class PackCommandsTest {
  @TempDir Path folder;

  private SparqlServer server;
  private LocalDate since;

  @BeforeEach
  void start() throws IOException {
    server = new SparqlServer();
    since = server.today().minusDays(3);
  }

  @AfterEach
  void stop() {
    server.close();
    Packs.load().forgetLeaders();
  }

  @Test
  void aSourceThatSaysWhatThePackSays_changesNothing() {
    Typed typed = update();

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains("nothing changed");
    assertThat(file()).doesNotExist();
  }

  @Test
  void aNewPresident_isShown_written_andHoldsTheOfficeFromTheFirstDay() {
    electInUruguay();

    Typed typed = update();

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out())
        .isEqualTo("~ UY president: yamandu-orsi -> Inés Ximénez Barú since " + since + "\n");
    assertThat(presidents(since)).containsExactly("ines-ximenez-baru");
    assertThat(presidents(since.minusDays(1))).containsExactly("yamandu-orsi");
    assertThat(Packs.load().leaders().aliases("ines-ximenez-baru"))
        .extracting(Leader.Alias::text)
        .contains("Ines Ximenez Baru", "Инес Хименес Бару", "伊内斯·希门内斯·巴鲁");
  }

  @Test
  void somebodyWrittenInLatinLettersOnly_getsTheSpellingsOfTheSource() {
    server.label("russell-dlamini", "ru", "Дламини, Рассел");
    server.label("russell-dlamini", "ja", "ラッセル・ドラミニ");

    Typed typed = update();

    assertThat(typed.err()).contains("0 changes, and spellings of 1 people");
    assertThat(Packs.load().leaders().aliases("russell-dlamini"))
        .extracting(Leader.Alias::text)
        .contains("Рассел Дламини", "ラッセル・ドラミニ");
  }

  @Test
  void anUpdate_countsInTheNextRunOfThatDataFolder() {
    electInUruguay();
    update();
    Packs.load().forgetLeaders();

    LeadersOverride.in(folder).apply(new Terminal(System.in, System.out, System.err, false));

    assertThat(presidents(since)).containsExactly("ines-ximenez-baru");
  }

  @Test
  void aSecondUpdate_keepsWhatTheFirstFound_andTheOldFile() throws IOException {
    electInUruguay();
    update();
    String first = Files.readString(file());
    server.end("BG", "government", since);

    Typed typed = update();

    assertThat(typed.out()).isEqualTo("- BG prime-minister: rumen-radev until " + since + "\n");
    assertThat(Files.readString(file())).contains("ines-ximenez-baru", "rumen-radev");
    assertThat(folder.resolve("leaders-update.tsv.old")).hasContent(first);
  }

  @Test
  void dryRun_showsTheDifferenceAsJson_andWritesNothing() {
    electInUruguay();

    Typed typed = update("--dry-run", "--format", "json");

    assertThat(Json.mapper().readTree(typed.out()))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"change": "changed", "of": "UY", "title": "president", "was": "yamandu-orsi",
                     "now": "ines-ximenez-baru", "name": "Inés Ximénez Barú", "since": "%s",
                     "until": null}\
                    """
                        .formatted(since)));
    assertThat(file()).doesNotExist();
  }

  @Test
  void aPrimeMinisterWhoBecomesPresident_leavesTheOneOfficeAndTakesTheOther() {
    server.end("PL", "state", since);
    server.add("PL", "state", "Q1", "Donald Tusk", since, "");
    server.end("PL", "government", since);
    server.add("PL", "government", "Q2", "Ewa Nowa", since, "");

    assertThat(update().lines())
        .containsExactly(
            "~ PL president: karol-nawrocki -> Donald Tusk since " + since,
            "~ PL prime-minister: donald-tusk -> Ewa Nowa since " + since);
  }

  @Test
  void aNewMinister_andANewSecretaryGeneral_areShownLikeHeadsOfStates() {
    server.end("PL", "foreign_minister", since);
    server.add("PL", "foreign_minister", "Q4", "Ewa Nowa", since, "");
    server.end("NATO", "secretary_general", since);
    server.add("NATO", "secretary_general", "Q5", "Jan de Wit", since, "");

    assertThat(update().lines())
        .containsExactly(
            "~ NATO secretary-general: mark-rutte -> Jan de Wit since " + since,
            "~ PL foreign-minister: radoslaw-sikorski -> Ewa Nowa since " + since);
  }

  @Test
  void aMinistersOfficeThatThePackHasNobodyInAnyMore_isTakenUpAgain() {
    server.add("GB", "defence_minister", "Q6", "Olive Marsh", since, "");

    assertThat(update().lines())
        .containsExactly("+ GB defence-minister: Olive Marsh since " + since);
  }

  @Test
  void ministersWhoseEndNobodyWroteDown_areNotInOffice() {
    server.add("PL", "foreign_minister", "Q7", "Jan Dawny", LocalDate.of(2014, 9, 22), "");

    assertThat(update().err()).contains("nothing changed");
  }

  @Test
  void aQueryThatTakesTooLong_leavesItsOfficesAsTheyWere_andTheOthersCount() {
    electInUruguay();
    server.failAt("Q2518691");

    Typed typed = update();

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.err()).contains("defence ministers stay as they were:", "HTTP 504");
    assertThat(presidents(since)).containsExactly("ines-ximenez-baru");
  }

  @Test
  void namesThatTheServiceDoesNotSpell_takeNoOfficeAway() {
    electInUruguay();
    server.failAt("?label");

    Typed typed = update();

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.err()).contains("names in other scripts stay as they were:", "HTTP 504");
    assertThat(presidents(since)).containsExactly("ines-ximenez-baru");
  }

  @Test
  void aServiceThatNamesNoMinisterAtAll_isToldOf_andTheirOfficesStay() {
    server.vacate("foreign_minister");

    Typed typed = update();

    assertThat(typed.err())
        .contains("foreign ministers stay as they were:", "names nobody", "nothing changed");
  }

  @Test
  void answersWithoutAName_orCountry_orDate_areNamedAndLeftOut() {
    server.add("GB", "defence_minister", "Q61", "Q61", since, "");
    server.add("", "defence_minister", "Q62", "Olive Marsh", since, "");
    server.add("GB", "defence_minister", "Q63", "Olive Marsh", since, "soon");

    Typed typed = update();

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.err())
        .contains(
            "3 answers could not be used",
            "Q61 of GB: no English name",
            "Q62 of : \"\" is no code of a country",
            "Q63 of GB:");
  }

  @Test
  void aMinisterOfTwoOffices_andAnOfficeNobodyHolds_areBothTold() {
    server.end("PL", "foreign_minister", since);
    server.end("PL", "defence_minister", since);
    server.add("PL", "defence_minister", "radoslaw-sikorski", "Radosław Sikorski", since, "");

    assertThat(update().lines())
        .containsExactlyInAnyOrder(
            "- PL foreign-minister: radoslaw-sikorski until " + since,
            "~ PL defence-minister: wladyslaw-kosiniak-kamysz -> Radosław Sikorski since " + since);
  }

  @Test
  void aHolderFromBeforeThePacksHolder_isOlderNews() {
    server.end("PE", "state", since);
    server.add("PE", "state", "Q3", "José Jerí", LocalDate.of(2025, 10, 10), "");

    assertThat(update().lines()).noneMatch(line -> line.contains("Jerí"));
  }

  @ParameterizedTest
  @CsvSource({
    "500, busy, HTTP 500",
    "429, slow down, HTTP 429",
    "200, <html>Service unavailable</html>, is no JSON",
    "200, {}, holds no SPARQL results",
  })
  void anAnswerThatIsNone_isRefusedInALine(int status, String body, String told) {
    server.answer(status, body);

    Typed typed = update();

    assertThat(typed.exit()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(typed.err()).contains(told, "nothing was changed").doesNotContain("\tat ");
    assertThat(typed.err().lines()).hasSize(1);
    assertThat(file()).doesNotExist();
  }

  @Test
  void noHolders_orFewOfThem_orAllNew_isNotBelieved() {
    List<String> told = new ArrayList<>();
    server.everybodyIsSomebodyElse();
    told.add(update().err());
    server.keepFirst(20);
    told.add(update().err());
    server.keepFirst(0);
    told.add(update().err());

    assertThat(told.get(0)).contains("offices would change hands");
    assertThat(told.get(1)).contains("countries only");
    assertThat(told.get(2)).contains("names no holder");
    assertThat(file()).doesNotExist();
  }

  @Test
  void aServiceThatIsNotThere_leavesTheOldFileAsItWas() throws IOException {
    electInUruguay();
    update();
    String before = Files.readString(file());
    server.close();

    Typed typed = update();

    assertThat(typed.exit()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(typed.err()).contains("cannot be reached");
    assertThat(file()).hasContent(before);
  }

  @Test
  void aSpoiltFile_isToldOfAndLeftAside() throws IOException {
    Files.writeString(file(), "as-of\t2026-12-01\ttest\nterm\tnobody-known\tUY\n");

    Typed typed = update();

    assertThat(typed.exit()).isZero();
    assertThat(typed.err()).contains("is left aside, the built-in leaders count: line 2:");
  }

  private void electInUruguay() {
    server.end("UY", "state", since);
    server.add("UY", "state", "Q99", "Inés Ximénez Barú", since, "");
    server.label("Q99", "ru", "Хименес Бару, Инес");
    server.label("Q99", "zh", "伊内斯·希门内斯·巴鲁");
  }

  private Typed update(String... options) {
    List<String> words =
        new ArrayList<>(
            List.of("pack", "update", "leaders", "--url", server.url(), "--data", "" + folder));
    words.addAll(List.of(options));
    return Typed.command(words.toArray(String[]::new));
  }

  private static List<String> presidents(LocalDate day) {
    return Packs.load().leaders().holders("UY", Title.PRESIDENT, day).stream()
        .map(Leader::slug)
        .toList();
  }

  private Path file() {
    return folder.resolve("leaders-update.tsv");
  }
}
