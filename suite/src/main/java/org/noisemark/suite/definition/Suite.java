package org.noisemark.suite.definition;

import java.util.List;
import java.util.Optional;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Cell.Evaluation;
import org.noisemark.reports.records.Cell.Training;

/**
 * A suite file, read and checked: the lists whose combinations are its cells.
 *
 * @param version major.minor.patch
 * @param summary one line
 * @param noises no two with one label
 * @param training what holds unless an optimizer has its own
 * @param references optimizers that the others are compared with; differences in accuracy are to
 *     the first
 * @param seeds training seeds, no two alike
 * @param tuning how the optimizers' values are chosen; empty if the suite does not say
 * @param engine the engine where the user names none
 * @param device the device where the user names none
 * @param precision the precision where the user names none; empty for the engine's usual one
 */
public record Suite(
    String name,
    String version,
    String summary,
    List<Cell.Dataset> datasets,
    List<SuiteNoise> noises,
    List<NetworkSetting> networks,
    List<OptimizerSetting> optimizers,
    Training training,
    Evaluation evaluation,
    List<String> references,
    List<Long> seeds,
    Optional<Tuning> tuning,
    String engine,
    Device device,
    Optional<String> precision) {
  /** Ends the name of a suite that {@link #trying tries} candidates for the one named before it. */
  public static final String TUNING = "-tuning";

  public Suite {
    datasets = List.copyOf(datasets);
    noises = List.copyOf(noises);
    networks = List.copyOf(networks);
    optimizers = List.copyOf(optimizers);
    references = List.copyOf(references);
    seeds = List.copyOf(seeds);
  }

  /** Returns this suite in another precision. */
  public Suite in(String other) {
    return new Suite(
        name,
        version,
        summary,
        datasets,
        noises,
        networks,
        optimizers,
        training,
        evaluation,
        references,
        seeds,
        tuning,
        engine,
        device,
        Optional.of(other));
  }

  /** Returns this suite with another training. */
  public Suite with(Training other) {
    return new Suite(
        name,
        version,
        summary,
        datasets,
        noises,
        networks,
        optimizers,
        other,
        evaluation,
        references,
        seeds,
        tuning,
        engine,
        device,
        precision);
  }

  /**
   * Returns the suite that tries candidates for this one, on the seeds kept apart for that.
   *
   * @throws IllegalStateException if it is not {@link #tuning tuned}
   */
  public Suite trying(List<OptimizerSetting> candidates) {
    return new Suite(
        name + TUNING,
        version,
        "what the hyper-parameters of " + name + " are chosen from",
        datasets,
        noises,
        networks,
        candidates,
        training,
        evaluation,
        references,
        tuning.orElseThrow(IllegalStateException::new).seeds(),
        Optional.empty(),
        engine,
        device,
        precision);
  }

  /** Returns the precision in which an engine trains this suite on a device. */
  public String precision(Engine engine, Device device) {
    return precision.orElseGet(() -> engine.precisions(device).get(0));
  }
}
