package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wirewatch.match.PhraseIndex;
import org.wirewatch.pack.Alias;
import org.wirewatch.pack.Country;
import org.wirewatch.pack.Packs;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

class CompiledLexiconTest {
  private static final Packs PACKS = Packs.load();
  private static byte[] compiled;

  @BeforeAll
  static void compile() throws IOException {
    compiled = CompiledLexicon.compile(PACKS);
  }

  @Test
  void compiledNames_areFoundAndMeanWhatTheTextSays() {
    PhraseIndex<Sense> read = CompiledLexicon.read(compiled, PACKS).orElseThrow();
    PhraseIndex<Sense> made = LexiconText.read(PACKS).build();

    assertThat(read.size()).isEqualTo(made.size());
    for (Country country : PACKS.countries().all()) {
      Tokens names = allNames(country);
      assertThat(read.find(names)).as(country.name()).isEqualTo(made.find(names));
    }
    Tokens others =
        Tokenizer.tokenize(
            "President Lula told the BBC, Le Monde and AP in Paris, Texas of Guinea pigs. The Pope,"
                + " президент Зеленский, 习近平, 国連事務総長 and Georgia Tech answered.",
            "en");
    assertThat(read.find(others)).isEqualTo(made.find(others)).hasSizeGreaterThan(10);
  }

  /** Names, cities and adjectives of all languages one after the other, a sentence each. */
  private static Tokens allNames(Country country) {
    List<Alias> aliases = PACKS.countries().aliases(country.code());
    StringBuilder text = new StringBuilder();
    aliases.forEach(alias -> text.append(alias.text()).append(".\n"));
    return Tokenizer.tokenize(text.toString(), "en");
  }

  @Test
  void aDamagedOrForeignFile_isNotRead() {
    for (int at : new int[] {0, 5, 12, 20, compiled.length / 2, compiled.length - 1}) {
      byte[] damaged = compiled.clone();
      damaged[at] ^= 1;
      assertThat(CompiledLexicon.read(damaged, PACKS)).as("byte " + at).isEmpty();
    }
    assertThat(CompiledLexicon.read(new byte[3], PACKS)).isEmpty();
    assertThat(CompiledLexicon.read(Arrays.copyOf(compiled, 1000), PACKS)).isEmpty();
  }

  @Test
  void updatedLeaders_areReadFromText() {
    assertThat(
            PACKS.takeLeaders(
                """
                as-of\t2026-11-23\ttest
                person\tada-example\tAda Example\t~Example
                term\tada-example\tUY\tHEAD_OF_STATE_AND_GOVERNMENT\tPRESIDENT\t2026-11-23\t
                """))
        .isEmpty();
    try {
      assertThat(CompiledLexicon.read(compiled, PACKS)).isEmpty();
    } finally {
      PACKS.forgetLeaders();
    }
  }
}
