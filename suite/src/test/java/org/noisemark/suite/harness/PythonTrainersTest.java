package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.records.RunRecords;

/**
 * The Python programs beside the engines. Without a Python, or one that has PyTorch, a test is
 * skipped, but fails where the environment has CI.
 */
@Tag("slow")
class PythonTrainersTest {
  private static final Path FOLDER = Path.of("..", "baselines", "external");
  private static final String SUITE =
      """
      name: tiny
      version: 1.2.3
      summary: for tests
      datasets: [fashion-mnist-mini]
      noises:
        - kind: symmetric-exclusive@1
          rate: 0.4
      networks: [NETWORK]
      trainers:
        - name: python
          command: [PYTHON, SCRIPT]
      optimizers:
        - name: OPTIMIZER
        - name: OPTIMIZER
          trainer: python
      training:
        epochs: 2
        batch_size: 64
        learning_rate: 0.05
        warmup_epochs: 1
      evaluation:
        every_epochs: 2
        memorisation_samples: 40
        keep_parameters: [1, 2]
      seeds: 1
      engine: reference
      """;

  /** A share of the way that the last epoch takes: parameters are kept in float32. */
  private static final double TOLERANCE = 1e-5;

  @TempDir Path directory;

  /**
   * A few steps from the same parameters along the same batches, in float64, so that both end at
   * the same place to the digits that the kept parameters have.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp | sgd | momentum: 0.9",
        "mlp | sam | nesterov: true",
        "cnn | sgd | augmentation: flip-crop",
        "cnn | sam | weight_decay: 0.01",
        "mlp | sgd | mixup: 0.4, label_smoothing: 0.1, augmentation: flip-crop",
        "resnet20 | sam | examples: 64"
      })
  void pytorchTakesTheStepsThatTheReferenceEngineTakes(
      String network, String optimizer, String settings) throws IOException {
    var suite =
        SUITE
            .replace("NETWORK", network)
            .replace("OPTIMIZER", optimizer)
            .replace("PYTHON", python("import torch", "python3-torch"))
            .replace("SCRIPT", FOLDER.resolve("torch_trainer.py").toString())
            .replace("warmup_epochs: 1", "warmup_epochs: 1\n  " + settings.replace(", ", "\n  "));
    var runs = run(suite);
    var own = runs.get("reference");
    var python = runs.get("external");

    assertEquals(Status.OK, python.status(), python.statusDetail());
    assertEquals(own.initialParametersSha256(), python.initialParametersSha256());
    assertEquals(own.cost().gradientEvaluations(), python.cost().gradientEvaluations());
    assertEquals(own.cost().flops(), python.cost().flops());
    float[] first = KeptParameters.read(directory, own.runId(), 1);
    float[] last = KeptParameters.read(directory, own.runId(), 2);
    double off = distance(last, KeptParameters.read(directory, python.runId(), 2));
    assertTrue(
        off <= TOLERANCE * distance(first, last),
        "off by " + off + " of a way of " + distance(first, last));
    for (int epoch = 0; epoch < 2; epoch++) {
      double loss = own.curve().get(epoch).trainLoss();
      assertEquals(loss, python.curve().get(epoch).trainLoss(), TOLERANCE * loss);
      assertEquals(own.curve().get(epoch).learningRate(), python.curve().get(epoch).learningRate());
    }
    assertEquals(
        own.test().negativeLogLikelihood(), python.test().negativeLogLikelihood(), TOLERANCE);
  }

  /** Its logits are distances to class means, which are reckoned here once more. */
  @Test
  void exampleOfTheReadmeTrainsByTheProtocolAlone() throws IOException {
    var suite =
        SUITE
            .replace("NETWORK", "mlp")
            .replace(
                "- name: OPTIMIZER\n    trainer",
                "- name: nearest-mean\n    smooth: 0.5\n    trainer")
            .replace("OPTIMIZER", "sgd")
            .replace("PYTHON", python("import json", "python3"))
            .replace("SCRIPT", FOLDER.resolve("minimal_trainer.py").toString())
            .replace("  keep_parameters: [1, 2]\n", "");
    var runs = run(suite);
    var record = runs.get("external");

    assertEquals(Status.OK, record.status(), record.statusDetail());
    assertEquals("nearest-mean", record.cell().optimizer().name());
    assertEquals(0.5, record.cell().optimizer().hyperparameters().get("smooth"));
    assertEquals("nearest-mean", record.external().program());
    assertEquals(runs.get("reference").labels(), record.labels());
    // 40 % of the labels are wrong, and the means of templates with noise still tell them apart.
    assertEquals(1, record.accuracy().last(), 0.05);
    assertEquals(0, record.cost().gradientEvaluations());
  }

  private TreeMap<String, RunRecord> run(String suite) throws IOException {
    Tiny.harness().run(Tiny.plan(suite), RunFolder.open(directory), 2, Progress.quiet());
    return RunRecords.readAll(List.of(directory)).stream()
        .collect(
            Collectors.toMap(
                record -> record.cell().engine().name(),
                record -> record,
                (a, b) -> a,
                TreeMap::new));
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.pow((double) a[i] - b[i], 2);
    }
    return Math.sqrt(sum);
  }

  private static String python(String program, String debianPackage) {
    for (var python : List.of("python3", "/usr/bin/python3")) {
      try {
        var process =
            new ProcessBuilder(python, "-c", program)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0) {
          return python;
        }
      } catch (IOException e) {
        // there is none of that name
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    String missing = "no Python that can " + program + ": install Debian's " + debianPackage;
    return System.getenv("CI") == null ? abort(missing) : fail(missing);
  }
}
