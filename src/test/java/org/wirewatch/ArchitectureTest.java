package org.wirewatch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the package table: arrows go down it only, and the pure packages stay pure. */
class ArchitectureTest {
  private static final String ROOT = "org.wirewatch";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** package → the packages of ours that it may use. */
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  private static final List<String> PURE =
      List.of("model", "text", "feed", "match", "pack", "judge", "story", "route");

  static {
    MAY_USE.put("model", List.of());
    MAY_USE.put("text", List.of("model"));
    MAY_USE.put("feed", List.of("model", "text"));
    MAY_USE.put("match", List.of("model", "text"));
    MAY_USE.put("pack", List.of("model", "text", "match"));
    MAY_USE.put("judge", List.of("model", "text", "match", "pack"));
    MAY_USE.put("story", List.of("model", "text"));
    MAY_USE.put("route", List.of("model"));
    MAY_USE.put("json", List.of("model"));
    MAY_USE.put("topology", List.of("model", "match", "judge", "story", "route", "json"));
    MAY_USE.put("broker", List.of("model"));
    MAY_USE.put("poll", List.of("model", "text", "feed", "json"));
    MAY_USE.put("notify", List.of("model", "json"));
    MAY_USE.put("search", List.of("model", "json"));
    MAY_USE.put("serve", List.of("model", "match", "judge", "route", "json"));
    MAY_USE.put("config", new ArrayList<>(MAY_USE.keySet()));
    MAY_USE.put("cli", new ArrayList<>(MAY_USE.keySet()));
  }

  @Test
  void theImportIsNotEmpty() {
    assertThat(CLASSES).isNotEmpty();
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(CLASSES)
        .allSatisfy(type -> {
          String name = type.getPackageName();
          assertThat(name.equals(ROOT) || MAY_USE.containsKey(name.substring(ROOT.length() + 1)))
              .as(name)
              .isTrue();
        });
  }

  @TestFactory
  List<DynamicTest> arrowsGoDownTheTableOnly() {
    List<DynamicTest> tests = new ArrayList<>();
    MAY_USE.forEach((name, allowed) ->
        tests.add(
            DynamicTest.dynamicTest(
                name + " uses only " + allowed,
                () -> {
                  List<String> forbidden = new ArrayList<>();
                  forbidden.add(ROOT);
                  MAY_USE.keySet().stream()
                      .filter(other -> !other.equals(name) && !allowed.contains(other))
                      .forEach(other -> forbidden.add(ROOT + "." + other));
                  classes()
                      .that(resideInAPackage(ROOT + "." + name))
                      .should()
                      .onlyDependOnClassesThat(
                          com.tngtech.archunit.base.DescribedPredicate.not(
                              resideInAnyPackage(forbidden.toArray(String[]::new))))
                      .allowEmptyShould(true)
                      .check(CLASSES);
                })));
    return tests;
  }

  @TestFactory
  List<DynamicTest> pureCodeKnowsNeitherKafkaNorHttpNorTheClock() {
    return PURE.stream()
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () -> {
                  classes()
                      .that(resideInAPackage(ROOT + "." + name))
                      .should()
                      .onlyDependOnClassesThat(
                          com.tngtech.archunit.base.DescribedPredicate.not(
                              resideInAnyPackage(
                                  "org.apache.kafka..",
                                  "java.net.http..",
                                  "java.sql..",
                                  "org.slf4j..",
                                  "java.util.logging..")))
                      .allowEmptyShould(true)
                      .check(CLASSES);
                  assertThat(
                          CLASSES.stream()
                              .filter(c -> c.getPackageName().equals(ROOT + "." + name)))
                      .allSatisfy(c ->
                          assertThat(c.getMethodCallsFromSelf())
                              .noneSatisfy(call ->
                                  assertThat(call.getTarget().getFullName())
                                      .isIn(
                                          "java.time.Instant.now()",
                                          "java.lang.System.currentTimeMillis()",
                                          "java.time.Clock.systemUTC()")));
                }))
        .toList();
  }
}
