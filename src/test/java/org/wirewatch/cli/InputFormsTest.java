package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirewatch.json.Json;
import tools.jackson.databind.JsonNode;

/** The forms in which {@code match} and {@code feed parse} take their inputs. */
class InputFormsTest {
  private static final String RUSSIAN =
      "Порт закрыт после взрыва\n\nВласти Перу закрыли порт Кальяо после сильного взрыва на складе. "
          + "Суда направлены в соседние порты, сообщили в министерстве транспорта страны.\n";

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> titles(Typed typed) {
    return typed.lines().stream()
        .map(Json.mapper()::readTree)
        .map(n -> n.get("title").asString())
        .toList();
  }

  private static Typed match(Path... files) {
    String[] words = new String[3 + files.length];
    words[0] = "match";
    words[1] = "--format";
    words[2] = "json";
    for (int i = 0; i < files.length; i++) {
      words[3 + i] = files[i].toString();
    }
    return Typed.command(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1251", "KOI8-R", "UTF-16LE", "UTF-16"})
  void plainTextInWhateverCharset_isRead(String charset) throws Exception {
    String mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";

    Typed typed = match(file("a.txt", (mark + RUSSIAN).getBytes(Charset.forName(charset))));

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(titles(typed)).containsExactly("Порт закрыт после взрыва");
    assertThat(typed.out()).contains("country:PE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"title":"One"}{nl}{"title":"Two"}        | One,Two
          {{nl}  "title": "One",{nl}  "body": "b"{nl}} | One
          {"title": "One",{nl} "body": "b"}         | One
          [{"title":"One"},{nl}{"title":"Two"}]     | One,Two
          """)
  void jsonInOneOrManyLines_isRead(String json, String titles) throws Exception {
    Typed typed = match(file("a.json", json.replace("{nl}", "\n")));

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(titles(typed)).containsExactly(titles.split(","));
  }

  @Test
  void packedLines_areRead() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("{\"title\":\"One\"}\n{\"title\":\"Two\"}\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(titles(match(file("a.jsonl.gz", packed.toByteArray()))))
        .containsExactly("One", "Two");
  }

  @Test
  void aFolder_isReadByName_withoutHiddenFiles_andAFileThatIsNoTextStopsNothing() throws Exception {
    file("in/b.jsonl", "{\"title\":\"Two\"}");
    file("in/a/deep.txt", "One\n\nThe text of one.");
    file("in/.git/x.txt", "Never\n\nread.");
    file("in/c.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1, 0});
    file("in/d.txt", "Three\n\nThe text of three.");

    Typed typed = match(folder.resolve("in"));

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(titles(typed)).containsExactly("One", "Two", "Three");
    assertThat(typed.err()).contains("c.png: neither text nor mark-up");
  }

  @Test
  void anEmptyFile_isOneLine() throws Exception {
    Typed typed = match(file("a.txt", ""));

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.err()).contains("a.txt: the document is empty");
  }

  @Test
  void feedParse_takesFoldersAndStandardInput() throws Exception {
    String feed = "<rss version='2.0'><channel><item><title>One</title></item></channel></rss>";
    file("in/b.xml", feed.replace("One", "Two"));
    Path a = file("in/a.xml", feed);

    Typed typed =
        Typed.withInput(
            feed.replace("One", "Zero"), "feed", "parse", "-", folder.resolve("in").toString());

    assertThat(typed.exit()).isZero();
    assertThat(titles(typed)).containsExactly("Zero", "One", "Two");
    List<JsonNode> lines = typed.lines().stream().map(Json.mapper()::readTree).toList();
    assertThat(lines.get(0).get("file").asString()).isEqualTo("-");
    assertThat(lines.get(1).get("file").asString()).isEqualTo(a.toString());
  }
}
