package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code notify test} and {@code notify preview} as typed, and templates as configured. */
class NotifyCommandsTest {
  @TempDir Path folder;

  @Test
  void test_aMailServerThatTakesIt_saysWhatTheServerSaid() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      Typed typed = typed(mail(mail.getSmtp().getPort(), ""), "notify", "test", "duty");

      assertThat(typed.exit()).as(typed.err()).isZero();
      assertThat(typed.out()).startsWith("sent: accepted by 127.0.0.1");
      assertThat(mail.getReceivedMessages()).hasSize(1);
    } finally {
      mail.stop();
    }
  }

  @Test
  void test_nobodyThere_isExitOneAndSaysWhy() {
    Typed typed = typed(mail(1, ""), "notify", "test", "duty");

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.out()).startsWith("not sent: unreachable, worth another try: 127.0.0.1:1: ");
    assertThat(typed.err()).contains("check the receiver's host and port");
  }

  @Test
  void test_aReceiverThatThereIsNot_namesThoseThatThereAre() {
    Typed typed = typed(mail(1, ""), "notify", "test", "dty");

    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("no receiver 'dty'; there are duty, console");
  }

  @Test
  void preview_ownTemplates_areFilledInAndEscapedForTheirPlace() throws IOException {
    Files.writeString(
        folder.resolve("mail.html"),
        """
        <h1>{{lead}} {{headline}}</h1>
        {{#alerts}}<p>{{title}}: {{quote}} ({{#sources}}{{source_name}}{{^-last}}, {{/-last}}{{/sources}})</p>
        {{/alerts}}{{#more}}<p>{{more}} more</p>{{/more}}
        """);
    String templates =
        """
            templates:
              subject: "{{severity}} | {{headline}}"
              text: "{{#alerts}}{{headline}}\\n{{/alerts}}"
              html_file: mail.html
        """;

    Typed all = typed(mail(25, templates), "notify", "preview", "--receiver", "duty");
    Typed html =
        typed(
            mail(25, templates),
            "notify",
            "preview",
            "--receiver",
            "duty",
            "--form",
            "group",
            "--part",
            "html");

    assertThat(all.out())
        .contains(
            "── subject\ninfo | Test: the harbour of Exampleton is closed\n── text\nTest: the");
    assertThat(html.out())
        .startsWith("<h1>5 alerts Test: the harbour")
        .contains("&amp; all of its &quot;piers&quot; are closed, &lt;officials&gt;")
        .contains("(Example News, Example Post)")
        .contains("<p>3 more</p>");
  }

  @Test
  void preview_aSubjectWithALineBreak_isOneLine() {
    Typed typed =
        typed(
            mail(25, "    templates: {subject: \"a\\nBcc: all@example.org\"}\n"),
            "notify",
            "preview",
            "--receiver",
            "duty",
            "--part",
            "subject");

    assertThat(typed.out()).isEqualTo("a Bcc: all@example.org\n");
  }

  @Test
  void preview_slackBlocks_areJsonWhateverIsFilledIn() {
    String config =
        """
        receivers:
          - name: duty
            slack: {webhook: "https://hooks.example/x"}
            templates:
              blocks: '[{"type":"section","text":{"type":"mrkdwn","text":"*{{headline}}* {{quote}}"}}]'
        """;

    Typed typed = typed(config, "notify", "preview", "--receiver", "duty", "--part", "blocks");

    assertThat(typed.out())
        .contains("\\\"piers\\\" are closed, &lt;officials&gt;")
        .doesNotContain("<officials>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject: \"{{headlin}}\" | c.yaml:3:26 | there is no {{headlin}}; there are",
        "subject: \"{{{headline}}}\" | c.yaml:3:26 | write {{name}}",
        "html: \"{{&headline}}\" | c.yaml:3:23 | always escaped",
        "text: \"{{#alerts}}\" | c.yaml:3:23 | alerts",
        "text: \"{{^more}}{{nothing}}{{/more}}\" | c.yaml:3:23 | there is no {{nothing}}",
        "blocks: \"[]\" | c.yaml:3:25 | has no blocks",
        "html_file: none.html | c.yaml:3:28 | cannot read the template",
        "html_file: bad.html | bad.html:2:1 | there is no {{headlin}}",
      })
  void check_aTemplateThatCannotBeUsed_isToldWithItsPlace(
      String template, String place, String message) throws IOException {
    Files.writeString(folder.resolve("bad.html"), "<p>\n{{headlin}}</p>\n");
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"), mail(25, "    templates: {" + template + "}\n"));

    Typed typed = Typed.command("config", "check", file.toString());

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.out()).contains(place).contains(message);
  }

  private Typed typed(String config, String... words) {
    try {
      Path file = Files.writeString(folder.resolve("c.yaml"), config);
      String[] all = java.util.Arrays.copyOf(words, words.length + 2);
      all[words.length] = "--config";
      all[words.length + 1] = file.toString();
      return Typed.command(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mail(int port, String more) {
    return "receivers:\n  - name: duty\n"
        + more
        + "    email: {to: [a@example.org], from: w@example.org, smtp: {host: 127.0.0.1, port: "
        + port
        + ", security: none}}\n";
  }
}
