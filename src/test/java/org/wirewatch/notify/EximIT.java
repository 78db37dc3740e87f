package org.wirewatch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail through Debian's exim4 with a certificate of its own, which offers AUTH under TLS only. Not
 * run where exim4 or openssl is missing, nor by anybody but root, for whom alone exim4 takes
 * another configuration.
 */
@Timeout(60)
@EnabledIf(
    value = "isInstalled",
    disabledReason = "needs Debian's exim4-daemon-light and openssl, as root")
class EximIT {
  private static final Path EXIM = Path.of("/usr/sbin/exim4");

  @TempDir Path folder;
  private @Nullable Process exim;

  static boolean isInstalled() {
    return Files.isExecutable(EXIM)
        && Files.isExecutable(Path.of("/usr/bin/openssl"))
        && System.getProperty("user.name").equals("root");
  }

  @BeforeEach
  void makeCertificate() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    for (String name : List.of("spool", "mail")) {
      Path made = Files.createDirectory(folder.resolve(name));
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=mail.example.org",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.txt").toFile())
            .start();
    assertThat(openssl.waitFor()).isZero();
    Files.setPosixFilePermissions(
        folder.resolve("key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
  }

  @AfterEach
  void stop() throws Exception {
    if (exim != null) {
      await().atMost(Duration.ofSeconds(10)).until(() -> isEmpty(folder.resolve("spool/input")));
      exim.destroy();
      exim.waitFor();
      await().atMost(Duration.ofSeconds(10)).until(this::nobodyDelivers);
    }
  }

  /** A delivery, by now nobody's child, logs once more after it has emptied the queue. */
  private boolean nobodyDelivers() {
    return ProcessHandle.allProcesses()
        .noneMatch(process -> process.info().commandLine().orElse("").contains(folder.toString()));
  }

  private static boolean isEmpty(Path queue) throws IOException {
    if (!Files.exists(queue)) {
      return true;
    }
    try (Stream<Path> files = Files.list(queue)) {
      return files.findAny().isEmpty();
    }
  }

  @Test
  void startTlsWithAuth_isDelivered() throws Exception {
    int port = start(false);

    Outcome outcome = send(port, Channel.Security.STARTTLS, "hush", folder.resolve("cert.pem"));

    assertThat(outcome).isInstanceOf(Outcome.Sent.class);
    assertThat(delivered())
        .contains("with esmtpsa", "Auto-Submitted: auto-generated", "List-Id: <duty.wirewatch.")
        .contains("Content-Type: multipart/");
  }

  @Test
  void tlsFromTheFirstByte_isDelivered() throws Exception {
    int port = start(true);

    assertThat(send(port, Channel.Security.TLS, "hush", folder.resolve("cert.pem")))
        .isInstanceOf(Outcome.Sent.class);
    assertThat(delivered()).contains("with esmtpsa");
  }

  @Test
  void aCertificateThatNobodyVouchesFor_isNotTalkedTo() throws Exception {
    int port = start(false);

    assertThat(send(port, Channel.Security.STARTTLS, "hush", null))
        .isInstanceOfSatisfying(
            Outcome.Retry.class,
            retry ->
                assertThat(retry.detail()).contains("unable to find valid certification path"));
  }

  @Test
  void withoutTls_nothingIsTakenAndThePasswordIsNotSaid() throws Exception {
    int port = start(false);

    assertThat(send(port, Channel.Security.NONE, "hush", null))
        .isNotInstanceOf(Outcome.Sent.class)
        .satisfies(outcome -> assertThat(outcome.detail()).doesNotContain("hush"));
  }

  @Test
  void aWrongPassword_isForGood() throws Exception {
    int port = start(false);

    assertThat(send(port, Channel.Security.STARTTLS, "wrong", folder.resolve("cert.pem")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.UNAUTHORIZED));
  }

  private static Outcome send(
      int port, Channel.Security security, String password, @Nullable Path authorities) {
    Channel.Email channel =
        new Channel.Email(
            List.of("duty@example.org"),
            "wirewatch@example.org",
            new Channel.Smtp(
                "127.0.0.1", port, security, "duty", Secret.of(password), authorities));
    try (Sender sender =
        new EmailSender(
            ReceiverConfig.of("duty", channel), channel, null, Duration.ofSeconds(10))) {
      return sender.send(Alerts.to("duty"));
    }
  }

  /** The mail that arrived, as it lies in the mailbox. */
  private String delivered() {
    return await().atMost(Duration.ofSeconds(10)).until(this::mailbox, text -> !text.isEmpty());
  }

  private String mailbox() throws IOException {
    Path mails = folder.resolve("mail").resolve("new");
    if (!Files.exists(mails)) {
      return "";
    }
    try (Stream<Path> files = Files.list(mails)) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    }
  }

  private int start(boolean tlsFromTheFirstByte) throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path config =
        Files.writeString(
            folder.resolve("exim.conf"),
            CONFIG
                .replace("FOLDER", folder.toString())
                .replace("TLSONCONNECT", tlsFromTheFirstByte ? String.valueOf(port) : "")
                .replace("PORT", String.valueOf(port)));
    exim =
        new ProcessBuilder(EXIM.toString(), "-C", config.toString(), "-bdf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("exim.txt").toFile())
            .start();
    await().atMost(Duration.ofSeconds(10)).until(() -> answers(port));
    return port;
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static final String CONFIG =
      """
      primary_hostname = mail.example.org
      spool_directory = FOLDER/spool
      log_file_path = FOLDER/spool/%slog
      pid_file_path = FOLDER/spool/exim.pid
      local_interfaces = 127.0.0.1
      daemon_smtp_ports = PORT
      tls_on_connect_ports = TLSONCONNECT
      tls_advertise_hosts = *
      tls_certificate = FOLDER/cert.pem
      tls_privatekey = FOLDER/key.pem
      auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
      keep_environment =
      host_lookup =
      rfc1413_query_timeout = 0s
      acl_smtp_rcpt = rcpt

      begin acl
      rcpt:
        accept authenticated = *
        deny message = authentication required

      begin routers
      all:
        driver = accept
        transport = mailbox

      begin transports
      mailbox:
        driver = appendfile
        directory = FOLDER/mail
        maildir_format
        user = Debian-exim
        group = Debian-exim
        directory_mode = 0777
        mode = 0666

      begin authenticators
      plain:
        driver = plaintext
        public_name = PLAIN
        server_prompts = :
        server_condition = ${if and{{eq{$auth2}{duty}}{eq{$auth3}{hush}}}}
        server_set_id = $auth2
      """;
}
