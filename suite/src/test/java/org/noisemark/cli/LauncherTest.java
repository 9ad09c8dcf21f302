package org.noisemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code bin/noisemark} in a project whose {@code mvnw} and Java are scripts that write down how
 * they were called.
 */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class LauncherTest {
  private record Answer(int exitCode, String out, String err) {}

  @TempDir Path folder;
  private Path project;
  private Path launcher;

  @BeforeEach
  void makeProject() throws IOException {
    project = folder.resolve("pro ject");
    launcher = project.resolve("suite").resolve("bin").resolve("noisemark");
    Files.createDirectories(launcher.getParent());
    Files.copy(Path.of("bin", "noisemark"), launcher);
    makeExecutable(launcher);
    write(project.resolve("pom.xml"), "<project/>");
    write(project.resolve("core/src/main/java/A.java"), "class A {}");
    write(project.resolve("core/src/test/java/ATest.java"), "class ATest {}");
    script(
        project.resolve("mvnw"),
        """
        echo "$*" >>builds
        [ ! -e broken ] || { echo "[ERROR] does not compile"; exit 1; }
        sleep 0.2
        mkdir -p suite/target/launcher/b1
        touch library.jar
        printf '%s' "$PWD/library.jar" >suite/target/launcher/b1/libraries
        echo "b1 cuda-99 none" >suite/target/launcher/current
        """);
    java("21.0.1");
  }

  @Test
  void buildsOnceAndStartsTheProgram() throws IOException {
    var first = launch(folder, launcher, "run", "my suite");
    assertEquals(0, first.exitCode(), first.err());
    assertEquals(1, first.err().lines().count(), first.err());
    assertTrue(first.err().startsWith("noisemark: building"), first.err());
    assertTrue(first.out().endsWith("[org.noisemark.cli.Main][run][my suite]\n"), first.out());
    var build = project.toRealPath().resolve("suite/target/launcher/b1");
    var classPath = build + "/*:" + project.toRealPath().resolve("library.jar");
    assertTrue(first.out().contains("[-cp][" + classPath + "]"), first.out());
    assertEquals("", launch(folder, launcher, "list").err());
    assertEquals(1, builds());
  }

  @Test
  void startsThroughLinksFromAnyFolder() throws IOException {
    var bin = Files.createDirectory(folder.resolve("b in"));
    var link = Files.createSymbolicLink(folder.resolve("link"), launcher);
    var relative = Files.createSymbolicLink(bin.resolve("nm"), Path.of("..").resolve("link"));
    for (var each : List.of(link, relative)) {
      var answer = launch(bin, each, "list");
      assertEquals(0, answer.exitCode(), answer.err());
      assertTrue(answer.out().endsWith("[list]\n"), answer.out());
    }
    assertEquals(1, builds());
  }

  @Test
  void buildsAgainWhatIsStale() throws IOException {
    launch(folder, launcher, "list");
    newer(project.resolve("core/src/test/java/ATest.java"));
    newer(Files.createDirectories(project.resolve("target/src/main")).resolve("B.java"));
    launch(folder, launcher, "list");
    assertEquals(1, builds(), "tests and build outputs are not what is started");
    int expected = 1;
    for (var stale : List.of("core/src/main/java/A.java", "pom.xml")) {
      newer(project.resolve(stale));
      launch(folder, launcher, "list");
      assertEquals(++expected, builds(), stale);
      settle(project.resolve(stale));
    }
    var calls = Files.readAllLines(project.resolve("builds"));
    assertFalse(calls.get(0).contains("-P"), "the first build has no profile to keep");
    assertTrue(calls.get(1).endsWith("-Pcuda-99 package"), calls.get(1));
    Files.delete(project.resolve("library.jar"));
    launch(folder, launcher, "list");
    assertEquals(++expected, builds(), "a library has gone");
  }

  /** No permission, a mount that is read-only and a full disk look alike: no link can be made. */
  @Test
  void saysSoWhereItCannotBuild() throws IOException {
    script(folder.resolve("path/ln"), "echo 'ln: Read-only file system' >&2; exit 1");
    var path = folder.resolve("path") + ":" + System.getenv("PATH");
    var answer = launch(folder, launcher, Map.of("PATH", path), "list");
    assertEquals(1, answer.exitCode(), answer.err());
    var last = answer.err().lines().reduce((first, second) -> second).orElseThrow();
    assertTrue(last.startsWith("noisemark: cannot build in "), last);
    assertTrue(last.endsWith("ln: Read-only file system"), last);
  }

  @Test
  void buildsOnceForTwoThatStartTogether() throws Exception {
    var first = start(folder, launcher, Map.of(), "list");
    var second = start(folder, launcher, Map.of(), "list");
    assertEquals(0, first.waitFor());
    assertEquals(0, second.waitFor());
    assertEquals(1, builds());
  }

  /** The lock of a launcher that was killed must not block the program for ever. */
  @Test
  void takesOverTheLockOfTheDead() throws Exception {
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    var lock = project.resolve("suite/target/launcher/lock");
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, Path.of(Long.toString(dead.pid())));
    assertEquals(0, launch(folder, launcher, "list").exitCode());
    assertTrue(Files.notExists(lock, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void showsWhyABuildFailed() throws IOException {
    write(project.resolve("broken"), "");
    var answer = launch(folder, launcher, "list");
    assertEquals(1, answer.exitCode());
    assertEquals("", answer.out());
    assertTrue(answer.err().contains("[ERROR] does not compile"), answer.err());
    assertTrue(answer.err().contains("noisemark: the build failed"), answer.err());
    Files.delete(project.resolve("broken"));
    assertEquals(0, launch(folder, launcher, "list").exitCode());
  }

  @Test
  void setsThreadsUnlessTheUserHas() throws IOException {
    var plain = launch(folder, launcher, "list").out();
    assertTrue(plain.startsWith("OMP=1 BLAS=1 WAIT=passive\n"), plain);
    var own =
        launch(
            folder, launcher, Map.of("OMP_NUM_THREADS", "3", "OMP_WAIT_POLICY", "active"), "list");
    assertTrue(own.out().startsWith("OMP=3 BLAS=3 WAIT=active\n"), own.out());
  }

  /** The user's words come last, where the JVM takes them; file names are not looked for. */
  @Test
  void takesTheUsersOptionsOfTheJvm() throws IOException {
    var options = Map.of("NOISEMARK_JAVA_OPTS", " -Xss2m  -Da=* ");
    var answer = launch(project, launcher, options, "list");
    assertTrue(answer.out().contains("[-XX:GCTimeRatio=19]"), answer.out());
    assertTrue(answer.out().contains("[-Xss2m][-Da=*][-cp]"), answer.out());
    assertEquals("", launch(folder, launcher, options, "list").err());
  }

  @Test
  void trainsWithTheOptimizingCompilerAndDoesTheRestWithout() throws IOException {
    for (var verb : List.of("list", "report", "plan", "--help")) {
      var out = launch(folder, launcher, verb).out();
      assertTrue(out.contains("[-XX:TieredStopAtLevel=1]"), verb + ": " + out);
    }
    for (var verb : List.of("run", "tune", "study", "reproduce", "bench")) {
      var out = launch(folder, launcher, verb).out();
      assertFalse(out.contains("TieredStopAtLevel"), verb + ": " + out);
    }
  }

  /** The fake Java makes an archive of its last argument's name. */
  @Test
  void theSecondShortStartMakesAnArchiveOfClassesAndTheNextTakeIt() throws IOException {
    assertFalse(launch(folder, launcher, "list").out().contains("SharedArchiveFile"));
    assertFalse(launch(folder, launcher, "run").out().contains("SharedArchiveFile"));
    var second = launch(folder, launcher, "list");
    assertEquals("", second.err());
    var archive = "[-XX:SharedArchiveFile=" + project.toRealPath().resolve("suite/target");
    assertTrue(second.out().contains(archive), second.out());
    assertTrue(launch(folder, launcher, "run").out().contains(archive));
    var without = Map.of("NOISEMARK_ARCHIVE", "no");
    assertFalse(launch(folder, launcher, without, "list").out().contains(archive));
    java("21.0.2");
    assertFalse(launch(folder, launcher, "list").out().contains(archive), "of another Java");
  }

  @Test
  void whatCannotMakeAnArchiveStartsWithoutOneAndDoesNotTryAgain() throws IOException {
    java("21.0.1", "echo 'Unable to dump' >&2; exit 1");
    for (int i = 0; i < 4; i++) {
      var answer = launch(folder, launcher, "list");
      assertEquals(0, answer.exitCode());
      assertFalse(answer.out().contains("SharedArchiveFile"), answer.out());
    }
    var tries = Files.readAllLines(folder.resolve("tries"));
    assertEquals(1, tries.size());
  }

  /** Jars in lib beside bin: nothing is built, and nothing need be writable. */
  @Test
  void aReleaseStartsFromItsJars() throws IOException {
    var release = folder.resolve("re lease");
    var released = release.resolve("bin/noisemark");
    Files.createDirectories(released.getParent());
    Files.copy(launcher, released);
    makeExecutable(released);
    write(release.resolve("lib/b.jar"), "");
    write(release.resolve("lib/a.jar"), "");
    var answer = launch(folder, released, Map.of("NOISEMARK_ARCHIVE", "no"), "list");
    assertEquals(0, answer.exitCode(), answer.err());
    assertEquals("", answer.err());
    var lib = release.toRealPath().resolve("lib");
    assertTrue(answer.out().contains("[-cp][" + lib + "/a.jar:" + lib + "/b.jar]"), answer.out());
    assertTrue(Files.notExists(release.resolve("target")));
  }

  @Test
  void limitsTheHeapWhereTheUserDoes() throws IOException {
    assertFalse(launch(folder, launcher, "list").out().contains("-Xmx"));
    var out = launch(folder, launcher, Map.of("NOISEMARK_HEAP", "4g"), "list").out();
    assertTrue(out.contains("[-Xmx4g]"), out);
  }

  /** JavaCPP would unpack 800 MB into a folder "?" of the working directory. */
  @Test
  void namesACacheWhereThereIsNoHome() throws IOException {
    assertFalse(launch(folder, launcher, "list").out().contains("cachedir"));
    var without = Map.of("HOME", "/nonexistent", "TMPDIR", folder.toString(), "LC_ALL", "C.UTF-8");
    var out = launch(folder, launcher, without, "list").out();
    assertTrue(out.contains("[-Dorg.bytedeco.javacpp.cachedir=" + folder + "/noisemark-"), out);
    var own = Map.of("NOISEMARK_CACHE", folder.resolve("natives").toString());
    out = launch(folder, launcher, own, "list").out();
    assertTrue(out.contains("cachedir=" + folder.resolve("natives") + "]"), out);
    assertTrue(Files.isDirectory(folder.resolve("natives")));
  }

  @Test
  void refusesAPlaceThatJavaCannotName() throws IOException {
    var moved = Files.move(project, folder.resolve("a:b"));
    assertRefused(
        launch(folder, moved.resolve("suite/bin/noisemark"), "list"),
        "where the colon divides Java's class path");
    Files.move(moved, project);
  }

  @Test
  void waitsForADebuggerWithoutAWordOnStandardOutput() throws IOException {
    assertFalse(launch(folder, launcher, "list").out().contains("jdwp"));
    var answer = launch(folder, launcher, Map.of("NOISEMARK_DEBUG", "5005"), "list");
    assertTrue(answer.out().contains("suspend=y,quiet=y,address=localhost:5005]"), answer.out());
    assertEquals("noisemark: waiting for a debugger at localhost:5005 ...\n", answer.err());
  }

  @ParameterizedTest
  @CsvSource({
    "NOISEMARK_HEAP, 4x, 800m or 4g",
    "NOISEMARK_HEAP, g, 800m or 4g",
    "NOISEMARK_HEAP, 4gb, 800m or 4g",
    "NOISEMARK_HEAP, 4 g, 800m or 4g",
    "NOISEMARK_DEBUG, yes, a port such as 5005",
    "NOISEMARK_DEBUG, *:5005, a port such as 5005"
  })
  void refusesWhatIsNoSizeAndNoPort(String variable, String value, String expected)
      throws IOException {
    launch(folder, launcher, "list");
    var answer = launch(folder, launcher, Map.of(variable, value), "list");
    assertRefused(answer, variable + " is '" + value + "', expected ");
    assertRefused(answer, expected);
  }

  @Test
  void refusesOldOrMissingJava() throws IOException {
    java("11.0.2");
    assertRefused(launch(folder, launcher, "list"), "is Java 11, expected 17 or newer");
    java("1.8.0_402");
    assertRefused(launch(folder, launcher, "list"), "expected 17 or newer");
    var absent = Map.of("JAVA_HOME", folder.resolve("absent").toString());
    assertRefused(launch(folder, launcher, absent, "list"), "no bin/java");
    assertTrue(Files.notExists(project.resolve("builds")));
  }

  @Test
  void hidesUnsafeWarningsWhereTheOptionIsKnown() throws IOException {
    assertFalse(launch(folder, launcher, "list").out().contains("unsafe"));
    java("25");
    assertTrue(launch(folder, launcher, "list").out().contains("[--sun-misc-unsafe-memory-access"));
  }

  private static void assertRefused(Answer answer, String reason) {
    assertEquals(2, answer.exitCode(), answer.err());
    assertEquals(1, answer.err().lines().count(), answer.err());
    assertTrue(answer.err().startsWith("noisemark: "), answer.err());
    assertTrue(answer.err().contains(reason), answer.err());
  }

  private void java(String version) throws IOException {
    java(version, "echo classes >\"${dump#*=}\"; exit 0");
  }

  /**
   * @param dumping what it does when it is to make an archive of classes, "$dump"
   */
  private void java(String version, String dumping) throws IOException {
    script(
        folder.resolve("jdk/bin/java"),
        String.format(
            Locale.ROOT,
            """
        if [ "$1" = -version ]; then
          echo 'Picked up JAVA_TOOL_OPTIONS: -Da="b"' >&2
          echo 'openjdk version "%s" 2025-01-01' >&2
          exit
        fi
        for dump; do
          case $dump in
            -XX:ArchiveClassesAtExit=*) echo 1 >>'%s'; %s ;;
          esac
        done
        echo "OMP=$OMP_NUM_THREADS BLAS=$OPENBLAS_NUM_THREADS WAIT=$OMP_WAIT_POLICY"
        printf '[%%s]' "$@"
        echo
        """,
            version,
            folder.resolve("tries"),
            dumping));
  }

  private long builds() throws IOException {
    return Files.readAllLines(project.resolve("builds")).size();
  }

  private Answer launch(Path from, Path command, String... arguments) throws IOException {
    return launch(from, command, Map.of(), arguments);
  }

  private Answer launch(
      Path from, Path command, Map<String, String> environment, String... arguments)
      throws IOException {
    try {
      var process = start(from, command, environment, arguments);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "hangs");
      return new Answer(
          process.exitValue(),
          new String(process.getInputStream().readAllBytes(), UTF_8),
          new String(process.getErrorStream().readAllBytes(), UTF_8));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Process start(
      Path from, Path command, Map<String, String> environment, String... arguments)
      throws IOException {
    var words = new ArrayList<>(List.of(command.toString()));
    words.addAll(List.of(arguments));
    var builder = new ProcessBuilder(words).directory(from.toFile());
    var variables = new HashMap<>(Map.of("JAVA_HOME", folder.resolve("jdk").toString()));
    variables.putAll(environment);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(OMP|OPENBLAS|MKL|NOISEMARK)_.*"));
    builder.environment().putAll(variables);
    return builder.start();
  }

  private static void newer(Path file) throws IOException {
    if (Files.notExists(file)) {
      write(file, "");
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private static void settle(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
  }

  private static void script(Path file, String body) throws IOException {
    write(file, "#!/bin/sh\n" + body);
    makeExecutable(file);
  }

  private static void makeExecutable(Path file) {
    assertTrue(file.toFile().setExecutable(true));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    settle(file);
  }
}
