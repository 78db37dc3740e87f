package org.wirewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside the jar that this build has just made, in a folder whose name has spaces. */
class LauncherIT {
  @TempDir Path temp;
  private Path home;

  @BeforeEach
  void install() throws Exception {
    Path built = Path.of("target").toAbsolutePath();
    assertThat(built.resolve("wirewatch.jar")).exists();
    home = Files.createDirectories(temp.resolve("a folder with spaces"));
    Files.copy(Path.of("wirewatch"), home.resolve("wirewatch"));
    assertThat(home.resolve("wirewatch").toFile().setExecutable(true)).isTrue();
    Files.createDirectories(home.resolve("target"));
    Files.copy(built.resolve("wirewatch.jar"), home.resolve("target/wirewatch.jar"));
    Files.createSymbolicLink(home.resolve("target/lib"), built.resolve("lib"));
  }

  @Test
  void itRunsFromAnyFolder_throughASymbolicLink_withAnOldNoOrMissingJavaHome() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("ww"), home.resolve("wirewatch"));
    Path old = temp.resolve("jdk-17");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    for (String tool : List.of("java", "javac")) {
      assertThat(
              Files.writeString(old.resolve("bin").resolve(tool), "#!/bin/sh\nexit 7\n")
                  .toFile()
                  .setExecutable(true))
          .isTrue();
    }

    for (String javaHome :
        List.of("", old.toString(), "/no/such/folder", System.getProperty("java.home"))) {
      assertThat(run(javaHome, link, "schema", "alert"))
          .as("JAVA_HOME=" + javaHome)
          .contains("2020-12");
    }
  }

  /** A build tool that reads its standard input to the end, as Maven's plugins may. */
  @Test
  void whatIsPipedIn_isNotReadByTheBuildBeforeIt() throws Exception {
    Path tools = Files.createDirectories(temp.resolve("tools"));
    Path maven = Files.writeString(tools.resolve("mvn"), "#!/bin/sh\ncat >/dev/null\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.setLastModifiedTime(
        home.resolve("target/wirewatch.jar"), FileTime.from(Instant.EPOCH.plusSeconds(1)));
    Path item = Files.writeString(temp.resolve("item.json"), "{\"title\":\"Lima port shut\"}");
    ProcessBuilder builder =
        builder(System.getProperty("java.home"), home.resolve("wirewatch"), "match", "-")
            .redirectInput(item.toFile());
    builder.environment().merge("PATH", tools.toString(), (old, own) -> own + ":" + old);

    assertThat(finished(builder)).contains("building").contains("Lima port shut");
  }

  private String run(String javaHome, Path launcher, String... words)
      throws IOException, InterruptedException {
    return finished(builder(javaHome, launcher, words));
  }

  private ProcessBuilder builder(String javaHome, Path launcher, String... words) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(temp.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.remove("JAVA_HOME");
    if (!javaHome.isEmpty()) {
      environment.put("JAVA_HOME", javaHome);
    }
    return builder;
  }

  private static String finished(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
