package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's mistake is one line, exit code 2, nothing on standard output and nothing written. */
@Tag("slow")
class WrongArgumentsTest {
  private static final String NOISE =
      "noise fashion-mnist-mini --kind symmetric-exclusive@1 --rate 0.2 --seed 1 --out {}/new";

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.writeString(folder.resolve("file"), "some text\n");
    Files.writeString(folder.resolve("bad.yaml"), "name: bad\nversion: [\n");
    Files.writeString(folder.resolve("unknown.yaml"), "name: bad\nepoch: 3\n");
    Files.writeString(folder.resolve("matrix.csv"), "0.5,0.5\n0.1,0.8\n");
    Files.writeString(folder.resolve("small.csv"), "0.5,0.5\n0.2,0.8\n");
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("prices.yaml"), "currency: EUR\ncore_houre: 1\n");
    Files.createDirectories(folder.resolve("some").resolve("cells"));
    Files.writeString(folder.resolve("some/cells/00aa000000000000.json"), "{}");
    Files.writeString(folder.resolve("some/cells/01aa000000000000.json"), "{}");
    Files.createDirectory(folder.resolve("taken"));
    Files.writeString(folder.resolve("taken/index.html"), "<p>a page of mine</p>\n");
  }

  /** Spaces part arguments, {} stands for the folder. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                          | a verb is missing
          rum                                         | did you mean run?
          run --worker 2                              | --workers
          run quick extra                             | extra
          run qick --out {}/new                       | quick
          run {}/absent.yaml --out {}/new             | absent.yaml
          run {}/bad.yaml --out {}/new                | bad.yaml
          run {}/unknown.yaml --out {}/new            | epoch
          run {}/empty --out {}/new                   | empty
          run --workers two --out {}/new              | two
          run --workers 0 --out {}/new                | at least 1, got 0
          study                                       | NAME
          study radus                                 | did you mean 'radius'?
          study radius --form tiny --out {}/new       | expected one of [full, small, gpu]
          study radius --workers 0 --out {}/new       | at least 1, got 0
          study valley --engine nope --out {}/new     | unknown engine 'nope'
          run --seeds 0 --out {}/new                  | at least 1 seed, got 0
          run --seeds 1.5 --out {}/new                | 1.5
          run --shard 3 --out {}/new                  | i/n
          run --shard 3/2 --out {}/new                | 3/2
          run --cluster local[2] --out {}/new         | suite/spark
          run --records {}/new --out {}/new           | --cluster
          run --cluster-conf a=b --out {}/new         | --cluster
          run --cluster-conf ab --cluster local[2] --out {}/new | ab
          plan --executors 0                          | --executors
          plan --executors x                          | x
          run --shard auto --out {}/new               | SLURM_ARRAY_TASK_ID
          run --shard 0/2 --out {}/new                | 0/2
          run --engine d4lj --out {}/new              | d4lj
          run --device tpu --out {}/new               | [cpu, cuda]
          run --engine reference --device cuda        | reference
          run --precision tf32 --out {}/new           | engine dl4j has no precision 'tf32' on cpu
          run --timeout -1 --out {}/new               | at least 0
          run --out {}/file                           | file
          run --out {}/file/below                     | is a file
          run --out                                   | --out
          plan qick                                   | quick
          plan --seeds none                           | none
          list dataset                                | datasets
          data                                        | a verb is missing
          data fetch                                  | NAME
          data fetch mnits                            | fashion-mnist
          data fetsh fashion-mnist                    | fetch
          data verify mnits                           | fashion-mnist
          data verify fashion-mnist --from {}/empty   | found none of its files
          data fetch fashion-mnist --from {}/absent   | found none of its files
          noise                                       | DATASET
          noise fashion-mnist-mini --out {}/new       | --kind
          noise mnits --kind clean --seed 1 --out {}/new                                        | fashion-mnist
          noise fashion-mnist-mini --seed 1 --out {}/new                                        | --kind
          noise fashion-mnist-mini --kind symmetric --rate 0.2 --seed 1 --out {}/new            | symmetric-exclusive@1
          noise fashion-mnist-mini --kind pairflip@1 --seed 1 --out {}/new                      | --rate
          noise fashion-mnist-mini --kind pairflip@1 --rate 0.7 --seed 1 --out {}/new           | 0.7
          noise fashion-mnist-mini --kind pairflip@1 --rate x --seed 1 --out {}/new             | x
          noise fashion-mnist-mini --kind pairflip@1 --rate 0.2 --seed s --out {}/new           | 's'
          noise fashion-mnist-mini --kind pairflip@1 --rate 0.2 --seed 1 --count all --out {}/n | exact
          noise fashion-mnist-mini --kind matrix@1 --seed 1 --out {}/new                        | matrix
          noise fashion-mnist-mini --kind clean --rate 0.2 --seed 1 --out {}/new                | 0.2
          noise fashion-mnist-mini --matrix {}/absent --seed 1 --out {}/new                     | absent
          noise fashion-mnist-mini --matrix {}/matrix.csv --seed 1 --out {}/new                 | sums to
          noise fashion-mnist-mini --matrix {}/small.csv --seed 1 --out {}/new                  | 2 classes
          noise fashion-mnist-mini --matrix {}/small.csv --rate 0.1 --seed 1 --out {}/new       | --rate
          noise fashion-mnist-mini --matrix {}/small.csv --kind clean --seed 1 --out {}/new     | --kind
          noise fashion-mnist-mini --kind pairflip@1 --rate 0.2 --seed 1 --out {}/empty         | is a folder
          noise fashion-mnist-mini --kind pairflip@1 --rate 0.2 --seed 1 --out {}/file/below    | is a file
          noise fashion-mnist --kind pairflip@1 --rate 0.2 --seed 1 --from {}/empty --out {}/n  | found none
          report                                      | DIR
          report {}/absent                            | absent
          report {}/empty                             | cells
          report {}/empty {}/empty                    | --out
          report {}/empty --out {}/file               | file
          run --prices {}/absent --out {}/new         | absent
          run --prices {}/prices.yaml --out {}/new    | line 2: core_houre: unknown key (did you mean 'core_hour'?)
          verify                                      | DIR
          verify {}/absent                            | absent
          verify {}/empty                             | cells
          verify {}/empty --suite qick                | quick
          verify {}/empty --seeds x                   | x
          reproduce 12                                | DIR
          reproduce 12 {}/empty                       | cells
          reproduce ffff {}/some                      | no run 'ffff'
          reproduce 0 {}/some                         | 2 runs
          reproduce 00 {}/some                        | 00aa000000000000.json
          gate                                        | --baseline DIR and --candidate DIR
          gate --baseline {}/empty                    | --baseline DIR and --candidate DIR
          gate --baseline {}/empty --candidate {}/empty               | gate.json
          gate --baseline {}/empty --candidate {} --junit {}/file/x   | is a file
          gate --self-test --candidate {}/empty       | --baseline and nothing else
          gate --basline {}/empty                     | --baseline
          baseline                                    | a verb is missing
          baseline update --candidate {}/empty        | --baseline
          baseline update --baseline {}/new --candidate {}/empty              | --reason
          baseline update --baseline {}/new --candidate {}/empty --reason why | cells
          publish                                     | DIR
          publish {}/absent --out {}/new              | absent
          publish {}/empty --out {}/new               | cells
          publish {}/empty --out {}/file              | is a file
          publish ../reports/published/quick --out {}/taken        | holds index.html
          export                                      | --format
          export {}/empty                             | --format
          export {}/empty --format csv                | [jmh, github-action-benchmark, bencher, bencher-v1]
          export {}/empty --format bencher            | cells
          export {}/absent --format jmh               | absent
          export {}/empty --format jmh --direction bigger                      | github-action-benchmark alone
          export {}/empty --format github-action-benchmark --direction up      | [bigger, smaller]
          export {}/empty --format bencher --out {}/empty                      | is a folder
          history                                     | DIR
          history {}/absent                           | absent: no folder cells
          history {}/empty --out {}/new               | empty: no folder cells
          history {}/some --out {}/new                | 00aa000000000000.json
          history ../reports/baselines/ci --out {}/file                        | is a file
          bench --filter Nothing                      | Nothing
          bench --filter (                            | regular expression
          bench --filter Nothing --out {}/empty       | is a folder
          doctor --loud                               | --loud
          doctor --cuda-libs {}/absent                | absent
          run --cuda-libs {}/file --out {}/new        | file
          """)
  void isOneLine(String words, String names) throws IOException {
    var before = contents();
    var run = run(words);
    assertEquals(2, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().matches("noisemark: .*\\R"), run.err());
    assertTrue(run.err().contains(names), run.err());
    assertEquals(before, contents());
  }

  @Test
  void refusesAFolderThatMayNotBeWritten() throws IOException {
    var locked = folder.resolve("empty");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(locked), "root may write everywhere");
    for (var words : List.of("run quick --out {}/empty/new", NOISE.replace("new", "empty/new"))) {
      var run = run(words);
      assertEquals(2, run.exitCode());
      assertTrue(run.err().contains("no permission"), run.err());
    }
  }

  private CommandLineRun run(String words) {
    var arguments =
        Arrays.stream(words.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace("{}", folder.toString()))
            .toArray(String[]::new);
    return CommandLineRun.of(folder.resolve("home"), arguments);
  }

  private List<Path> contents() throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.sorted().toList();
    }
  }
}
