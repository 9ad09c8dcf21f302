package org.noisemark.suite.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.noisemark.datasets.own.OwnData;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.nn.Network;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;
import org.noisemark.noise.LabelsFile;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.noise.TransitionMatrix;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Optimizers;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.definition.TrainingSettings;

/** What the words of a cell mean to noises, optimizers and engines. */
public final class Cells {
  private Cells() {}

  /**
   * Returns a cell that this version of the program can train.
   *
   * @throws IllegalArgumentException in one line, if a name or a setting is not known to it, is of
   *     the wrong type or out of range
   */
  public static Cell checked(Cell cell) {
    noise(cell);
    device(cell);
    TrainingSettings.checked(cell.training());
    if (optimizer(cell).isEmpty()) {
      return cell;
    }
    var all =
        Optimizers.hyperparameters(cell.optimizer().name(), cell.optimizer().hyperparameters());
    all.keySet().stream()
        .filter(name -> !cell.optimizer().hyperparameters().containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException("the setting '" + name + "' is missing");
            });
    return cell;
  }

  public static NoiseSpec noise(Cell cell) {
    var noise = cell.noise();
    return NoiseSpec.of(
        noise.kind(),
        noise.rate(),
        NoiseSpec.Count.named(noise.count()),
        noise.seed(),
        Optional.ofNullable(noise.matrix()).map(Cells::matrix),
        Optional.ofNullable(noise.labelsFile())
            .map(file -> new LabelsFile(Path.of(file), noise.labelsSha256())),
        noise.hyperparameters() == null ? Map.of() : noise.hyperparameters());
  }

  /** Returns the user's own data; empty for a published data set. */
  public static Optional<OwnData> own(Cell.Dataset dataset) {
    if (dataset.sha256() == null) {
      return Optional.empty();
    }
    if (dataset.path() == null) {
      throw new IllegalArgumentException(
          "the path of the data set " + dataset.label() + " is missing");
    }
    return Optional.of(
        new OwnData(
            dataset.name(),
            Path.of(dataset.path()),
            dataset.sha256(),
            Optional.ofNullable(dataset.testPath()).map(Path::of),
            Optional.ofNullable(dataset.testSha256()),
            dataset.hyperparameters() == null ? new TreeMap<>() : dataset.hyperparameters()));
  }

  /** Returns the network of a cell for images of a shape. */
  public static Network network(Cell cell, Shape input, int classes) {
    var given = cell.network().hyperparameters();
    return Networks.named(cell.network().name(), given == null ? Map.of() : given, input, classes);
  }

  /**
   * Returns the optimizer of a cell; empty for a method that only the program which trains it
   * knows.
   *
   * @throws IllegalArgumentException as {@link Optimizers#named}
   */
  public static Optional<Optimizer> optimizer(Cell cell) {
    String name = cell.optimizer().name();
    return isExternal(cell) && !Optimizers.REGISTRY.names().contains(name)
        ? Optional.empty()
        : Optional.of(Optimizers.named(name, cell.optimizer().hyperparameters()));
  }

  /** Returns whether a program of the user's trains it in place of an engine. */
  public static boolean isExternal(Cell cell) {
    return cell.engine().trainer() != null;
  }

  public static Device device(Cell cell) {
    return Device.named(cell.engine().device());
  }

  /** Returns the same cell on another engine or device, in its usual precision if need be. */
  public static Cell on(Cell cell, String engine, Device device) {
    var precisions = Engines.named(engine).precisions(device);
    String precision = cell.engine().precision();
    return cell.on(
        new Cell.Engine(
            engine,
            device.label(),
            precisions.contains(precision) ? precision : precisions.get(0)));
  }

  private static TransitionMatrix matrix(List<List<Double>> rows) {
    return TransitionMatrix.of(
        rows.stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
  }
}
