package org.noisemark.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.datasets.DataHome;
import org.noisemark.reports.study.StudyOverview;
import org.noisemark.suite.harness.Progress;

/** Every study in its small form: it runs, resumes, and its files are what they say. */
@Tag("slow")
class StudiesTest {
  @TempDir Path folder;

  static Stream<String> names() {
    return Studies.all().stream().map(Study::name);
  }

  private Lab lab() {
    return new Lab(folder, DataHome.byDefault(), Optional.empty(), Optional.empty(), 2);
  }

  private void run(String name) throws IOException, InterruptedException {
    StudyRun.of(Studies.named(name), Form.SMALL, lab(), Progress.quiet()).write(folder);
  }

  @ParameterizedTest
  @MethodSource("names")
  void runsInItsSmallForm(String name) throws IOException, InterruptedException {
    run(name);
    assertEquals(Map.of(folder, List.of()), StudyAudit.check(folder));
    byte[] verdicts = Files.readAllBytes(folder.resolve("verdicts.csv"));
    byte[] page = Files.readAllBytes(folder.resolve("index.html"));
    run(name); // everything is there already
    assertArrayEquals(verdicts, Files.readAllBytes(folder.resolve("verdicts.csv")));
    assertArrayEquals(page, Files.readAllBytes(folder.resolve("index.html")));
  }

  @Test
  void findsAnEditedVerdictAndAMissingComputation() throws IOException, InterruptedException {
    run("escape");
    Path verdicts = folder.resolve("verdicts.csv");
    Files.writeString(verdicts, Files.readString(verdicts).replace("undecided", "confirmed"));
    Files.delete(folder.resolve("computed/quadratic-1.json"));
    var texts = StudyAudit.check(folder).get(folder).stream().map(each -> each.text()).toList();
    assertTrue(texts.stream().anyMatch(each -> each.contains("verdicts.csv")), texts.toString());
    assertTrue(texts.stream().anyMatch(each -> each.contains("quadratic-1")), texts.toString());
  }

  @Test
  void findsAnEditedVerdictInWhatIsWrittenAboutAll() throws IOException, InterruptedException {
    var lab =
        new Lab(
            folder.resolve("escape"), DataHome.byDefault(), Optional.empty(), Optional.empty(), 2);
    var result = StudyRun.of(Studies.named("escape"), Form.SMALL, lab, Progress.quiet());
    result.write(folder.resolve("escape"));
    StudyOverview.write(folder, List.of(result));
    StudyAudit.check(folder).values().forEach(found -> assertEquals(List.of(), found));
    Path verdicts = folder.resolve("verdicts.csv");
    Files.writeString(verdicts, Files.readString(verdicts).replace("undecided", "confirmed"));
    assertEquals("verdicts.csv", StudyAudit.check(folder).get(folder).get(0).file());
  }
}
