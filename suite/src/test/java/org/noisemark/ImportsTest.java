package org.noisemark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Imports run one way: datasets, then baselines, then suite, which also writes through reports. */
@Tag("slow")
class ImportsTest {
  private static final String DATASETS = "org.noisemark.datasets..";
  private static final String NOISE = "org.noisemark.noise..";
  private static final String OPTIM = "org.noisemark.optim..";
  private static final String NN = "org.noisemark.nn..";
  private static final String ENGINE = "org.noisemark.engine..";
  private static final String REPORTS = "org.noisemark.reports..";
  private static final String SUITE = "org.noisemark.suite..";
  private static final String MACHINE = "org.noisemark.machine..";
  private static final String CLI = "org.noisemark.cli..";
  private static final String BENCH = "org.noisemark.bench..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar")) // the engine contract
          .importPackages("org.noisemark");

  /** Rules about packages that are not on the class path would all hold. */
  @Test
  void seesEveryModule() {
    for (var name :
        List.of(
            "org.noisemark.datasets.Dataset",
            "org.noisemark.noise.LabelNoise",
            "org.noisemark.optim.Sam",
            "org.noisemark.gpu.Gpus",
            "org.noisemark.engine.dl4j.Dl4jEngine",
            "org.noisemark.engine.reference.ReferenceEngine",
            "org.noisemark.reports.Reports",
            "org.noisemark.cli.Main",
            "org.noisemark.suite.harness.Harness")) {
      assertTrue(CLASSES.contain(name), name);
    }
  }

  @Test
  void whatFindsDefinitionsKnowsNoneOfThem() {
    noClasses()
        .that()
        .resideInAPackage("org.noisemark.plugin")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.noisemark..").and(not(resideInAPackage("org.noisemark.plugin"))))
        .check(CLASSES);
  }

  @Test
  void datasetsKnowNothingElse() {
    noClasses()
        .that()
        .resideInAnyPackage(DATASETS, NOISE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OPTIM, NN, ENGINE, REPORTS, SUITE, MACHINE, CLI, BENCH)
        .check(CLASSES);
  }

  @Test
  void baselinesKnowDatasetsAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(OPTIM, NN, ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(NOISE, REPORTS, SUITE, MACHINE, CLI, BENCH)
        .check(CLASSES);
  }

  @Test
  void optimizersAndNetworksKnowNoConcreteEngine() {
    noClasses()
        .that()
        .resideInAnyPackage(OPTIM, NN, "org.noisemark.engine")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.noisemark.engine.*..")
        .check(CLASSES);
  }

  @Test
  void reportsReadFilesOnly() {
    noClasses()
        .that()
        .resideInAPackage(REPORTS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DATASETS, NOISE, OPTIM, NN, ENGINE, SUITE, MACHINE, CLI, BENCH)
        .check(CLASSES);
  }

  @Test
  void theHarnessKnowsNoCommand() {
    noClasses()
        .that()
        .resideInAnyPackage(SUITE, MACHINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CLI, BENCH)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CLASSES);
  }

  @Test
  void onlyItsEngineKnowsDeeplearning4j() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.noisemark.engine.dl4j..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..")
        .check(CLASSES);
  }

  @Test
  void onlyItsEngineKnowsLibtorch() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.noisemark.engine.libtorch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco.pytorch..")
        .check(CLASSES);
  }

  @Test
  void gpusKnowNothingElse() {
    noClasses()
        .that()
        .resideInAPackage("org.noisemark.gpu..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.noisemark..").and(not(resideInAPackage("org.noisemark.gpu.."))))
        .check(CLASSES);
  }

  @Test
  void onlyConcreteEnginesAndTheSuiteKnowGpus() {
    noClasses()
        .that()
        .resideInAnyPackage(DATASETS, NOISE, OPTIM, NN, "org.noisemark.engine", REPORTS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.noisemark.gpu..")
        .check(CLASSES);
  }

  @Test
  void packagesMakeNoCycle() {
    slices().matching("org.noisemark.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** The floors of reports: a package depends on those below alone. */
  @Test
  void reportsStandOnFloors() {
    String reports = "org.noisemark.reports";
    floors(
            List.of(
                List.of(reports + ".records", reports + ".statistics"),
                List.of(reports + ".results"),
                List.of(reports + ".boards"),
                List.of(reports + ".tables", reports + ".text", reports + ".page.html"),
                List.of(reports + ".page.chart", reports + ".export", reports + ".catalogue"),
                List.of(reports + ".page.parts"),
                List.of(reports + ".page.curves", reports + ".page.further"),
                List.of(reports + ".page"),
                List.of(reports + ".page.history"),
                List.of(reports, reports + ".study"),
                List.of(reports + ".gate.rules"),
                List.of(reports + ".gate"),
                List.of(reports + ".gate.calibration", reports + ".verify", reports + ".publish")))
        .check(CLASSES);
  }

  /** Likewise those of the suite. */
  @Test
  void theSuiteStandsOnFloors() {
    String suite = "org.noisemark.suite";
    floors(
            List.of(
                List.of(suite + ".yaml", suite + ".checkpoint", "org.noisemark.machine"),
                List.of(suite + ".definition", suite + ".meters"),
                List.of(suite + ".plan"),
                List.of(suite + ".training", suite + ".tuning"),
                List.of(suite + ".harness"),
                List.of(
                    suite + ".progress",
                    suite + ".audit",
                    suite + ".cluster",
                    "org.noisemark.study.theory"),
                List.of("org.noisemark.bench", "org.noisemark.study"),
                List.of("org.noisemark.cli.session"),
                List.of("org.noisemark.cli.options", "org.noisemark.cli.checkout"),
                List.of("org.noisemark.cli")))
        .check(CLASSES);
  }

  /** A floor's packages depend neither on each other nor on those above. */
  private static ArchRule floors(List<List<String>> floors) {
    var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String each : floors.stream().flatMap(List::stream).toList()) {
      layers = layers.layer(each).definedBy(each);
    }
    for (int floor = 0; floor < floors.size(); floor++) {
      String[] above = floors.stream().skip(floor + 1).flatMap(List::stream).toArray(String[]::new);
      for (String each : floors.get(floor)) {
        layers =
            above.length == 0
                ? layers.whereLayer(each).mayNotBeAccessedByAnyLayer()
                : layers.whereLayer(each).mayOnlyBeAccessedByLayers(above);
      }
    }
    return layers;
  }

  /** Prints how many arrows there are from package to package, which a drawing can be held to. */
  @Test
  void noPackageIsAWarehouse() {
    for (String root : List.of("org.noisemark.reports", "org.noisemark.suite")) {
      JavaClasses own = CLASSES.that(resideInAPackage(root + ".."));
      var files = new TreeMap<String, Integer>();
      var arrows = new TreeSet<String>();
      for (JavaClass each : own) {
        if (each.isTopLevelClass()) {
          files.merge(each.getPackageName(), 1, Integer::sum);
        }
        for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
          String to = dependency.getTargetClass().getPackageName();
          if (to.startsWith(root) && !to.equals(each.getPackageName())) {
            arrows.add(each.getPackageName() + " -> " + to);
          }
        }
      }
      System.out.printf(
          Locale.ROOT, "%s: %d packages, %d arrows%n", root, files.size(), arrows.size());
      files.forEach((name, count) -> assertTrue(count <= 25, name + " holds " + count + " files"));
    }
  }
}
