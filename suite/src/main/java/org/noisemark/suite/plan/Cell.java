package org.noisemark.suite.plan;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.noise.TransitionMatrix;
import org.noisemark.reports.records.RunId;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.definition.ByNoise;
import org.noisemark.suite.definition.Evaluation;
import org.noisemark.suite.definition.Training;

/**
 * One combination of a suite's lists: the unit of training, resuming and distribution.
 *
 * @param suite name of the suite
 * @param suiteVersion major.minor.patch
 * @param optimizerSettings the optimizer's hyper-parameters, all of them
 * @param seed training seed: initial parameters, order, augmentation
 * @param precision of the engine's arithmetic, "float32" …
 */
public record Cell(
    String suite,
    String suiteVersion,
    String dataset,
    NoiseSpec noise,
    String network,
    String optimizer,
    SortedMap<String, Object> optimizerSettings,
    Training training,
    Evaluation evaluation,
    long seed,
    String engine,
    Device device,
    String precision) {
  public Cell {
    optimizerSettings = Collections.unmodifiableSortedMap(new TreeMap<>(optimizerSettings));
  }

  /** Returns the name of its run, see {@link RunId}. */
  public String runId() {
    return RunId.of(suite, suiteVersion, describe());
  }

  /** Returns the same cell on another engine or device, in its usual precision if need be. */
  public Cell on(String otherEngine, Device otherDevice) {
    return new Cell(
        suite,
        suiteVersion,
        dataset,
        noise,
        network,
        optimizer,
        optimizerSettings,
        training,
        evaluation,
        seed,
        otherEngine,
        otherDevice,
        Engines.named(otherEngine).precisions(otherDevice).contains(precision)
            ? precision
            : Engines.named(otherEngine).precisions(otherDevice).get(0));
  }

  /** Returns a few words for people: data set, noise, network, optimizer, seed. */
  public String label() {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s seed %d",
        dataset,
        ByNoise.label(noise),
        network,
        optimizer,
        seed);
  }

  /** Returns the cell as run records have it. */
  public RunRecord.Cell describe() {
    return new RunRecord.Cell(
        dataset,
        noise.kind(),
        noise.rate(),
        noise.seed(),
        network,
        optimizer,
        hyperparameters(),
        seed,
        engine,
        device.label(),
        precision);
  }

  /** Returns every setting that is no column of its own: optimizer, training, noise, evaluation. */
  private SortedMap<String, Object> hyperparameters() {
    var all = training.settings();
    all.putAll(optimizerSettings);
    all.put("noise_count", noise.count().toString());
    noise.matrix().ifPresent(matrix -> all.put("noise_matrix", rows(matrix)));
    all.put("evaluation_every_epochs", evaluation.everyEpochs());
    all.put("memorisation_samples", evaluation.memorisationSamples());
    return all;
  }

  private static List<List<Double>> rows(TransitionMatrix matrix) {
    return IntStream.range(0, matrix.classes())
        .mapToObj(
            from ->
                IntStream.range(0, matrix.classes())
                    .mapToObj(to -> matrix.probability(from, to))
                    .toList())
        .toList();
  }
}
