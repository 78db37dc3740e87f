package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Item;
import org.wirewatch.model.Source;

class LeaderReaderTest {
  private final ItemReader reader = new ItemReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 2025-06-01 | The Turkish president will visit Baku.              | recep-tayyip-erdogan
          en | 2019-06-01 | The French president spoke at dawn.                  | emmanuel-macron
          en | 2022-03-01 | Germany's chancellor flew to Kyiv.                   | olaf-scholz
          en | 2025-09-01 | Germany's chancellor flew to Kyiv.                   | friedrich-merz
          es | 2025-06-01 | El presidente de Turquía viajó a Bakú.               | recep-tayyip-erdogan
          fr | 2025-06-01 | Le président turc se rend à Bakou.                   | recep-tayyip-erdogan
          de | 2025-06-01 | Der türkische Präsident reist nach Baku.             | recep-tayyip-erdogan
          ru | 2025-06-01 | Президент Турции прилетел в Баку.                    | recep-tayyip-erdogan
          en | 2025-06-01 | Putin ordered a pause.                               | vladimir-putin
          en | 2025-06-01 | Narendra Modi opened a bridge and Modi cut a ribbon. | narendra-modi
          """)
  void officeOrName_meansWhoHoldsItOnTheDay(String language, String day, String text, String slug) {
    assertThat(leaders(language, day, text)).containsExactly(slug);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The former Turkish president gave a lecture.
          Melania Trump opened a school in Vermont.
          Donald Trump Jr. went hunting.
          Macron's wife chose the curtains.
          The vice president of Turkey met farmers.
          Scholz wins a marathon in Ohio. Runner Peter Scholz, 31, set a record.
          """)
  void relativesAndFormerHolders_areNobodysEntry(String text) {
    assertThat(leaders("en", "2025-06-01", text)).isEmpty();
  }

  @Test
  void formerHolderByName_doesNotFireTheSuccessor() {
    assertThat(leaders("en", "2025-09-01", "Former German chancellor Olaf Scholz wrote a book."))
        .containsExactly("olaf-scholz");
  }

  private Set<String> leaders(String language, String day, String text) {
    Item item =
        new Item(
            "i",
            null,
            "",
            "",
            text,
            language,
            Instant.parse(day + "T12:00:00Z"),
            null,
            null,
            Source.UNKNOWN,
            null,
            null,
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of(),
            null,
            java.util.List.of());
    Set<String> slugs = new TreeSet<>();
    reader
        .read(item)
        .reading()
        .mentions()
        .forEach(mention -> {
          if (mention.referent() instanceof Referent.Leader(String slug)) {
            slugs.add(slug);
          }
        });
    return slugs;
  }
}
