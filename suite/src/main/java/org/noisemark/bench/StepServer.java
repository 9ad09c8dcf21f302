package org.noisemark.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.machine.Build;
import org.noisemark.nn.Shape;
import org.noisemark.optim.BatchObjective;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Objective;
import org.noisemark.optim.Objectives;
import org.noisemark.optim.Optimizers;
import org.noisemark.optim.Schedule;
import org.noisemark.optim.Step;
import org.noisemark.optim.TrainingState;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.Json;
import org.noisemark.suite.training.ParameterHash;

/**
 * Takes and times training steps as asked, a line a request: our side of {@code
 * suite/peers/compare.py}, which says what the requests are.
 */
public final class StepServer implements AutoCloseable {
  /** Steps on a GPU between two readings of the clock, so that the host may run ahead. */
  private static final int BLOCK = 10;

  private final Engine engine;
  private final Device device;
  private final PeerWorkload workload;
  private Model model;
  private Step step;
  private Objective objective;

  /** Serves steps of an engine on a device, on images of a shape. */
  public StepServer(Engine engine, Device device, Shape shape) {
    this.engine = engine;
    this.device = device;
    this.workload = new PeerWorkload(shape);
  }

  /** Answers one request in one line; what cannot be done is "refused" and the reason. */
  public String answer(String request) throws IOException {
    String[] words = request.split(" ");
    try {
      return switch (words[0]) {
        case "environment" -> environment();
        case "workload" -> workload(Path.of(words[1]));
        case "prepare" -> prepare(words[1], words[2], words[3], words[4], words[5]);
        case "steps" -> steps(Integer.parseInt(words[1]));
        case "gradient" -> gradient(Path.of(words[1]));
        case "parameters" -> write(Path.of(words[1]), model().parameters().read());
        default -> "refused unknown request '" + words[0] + "'";
      };
    } catch (IllegalArgumentException e) {
      return "refused " + e.getMessage();
    } catch (ArrayIndexOutOfBoundsException e) {
      return "refused '" + request + "', where words are missing";
    }
  }

  private String workload(Path directory) throws IOException {
    workload.write(directory);
    return "ready";
  }

  private Model model() {
    if (model == null) {
      throw new IllegalArgumentException("what nothing is prepared for: 'prepare' comes first");
    }
    return model;
  }

  private String environment() {
    Map<String, Object> facts = new TreeMap<>(engine.versions());
    facts.put("java", Runtime.version().toString());
    facts.put("noisemark", Build.current().commit());
    return Json.canonical(facts);
  }

  private String prepare(
      String network, String optimizer, String precision, String mode, String learningRate) {
    close();
    engine.require(device, precision);
    if (!mode.equals("eager")) {
      return "refused engine " + engine.name() + " has no mode '" + mode + "'";
    }
    var description = workload.network(network);
    var method = Optimizers.named(optimizer, Map.of());
    var schedule = new Schedule.Constant(Double.parseDouble(learningRate));
    model = engine.build(description, device, precision);
    model.parameters().write(PeerWorkload.initialParameters(description));
    var examples = model.load(workload.images(), workload.normalization());
    var batch = workload.batch();
    objective = new BatchObjective(model, examples, batch);
    step =
        method.start(
            new TrainingState(
                model, new Momentum(0.9, 5e-4, false), schedule, Integer.MAX_VALUE, 1));
    return "ready";
  }

  /** Takes steps and returns the milliseconds of each, on a GPU the mean of each block of them. */
  private String steps(int count) {
    int block = device == Device.CPU ? 1 : BLOCK;
    var times = new StringJoiner(" ");
    model().synchronize();
    for (int first = 0; first < count; first += block) {
      int taken = Math.min(block, count - first);
      long start = System.nanoTime();
      for (int i = 0; i < taken; i++) {
        step.take(Objectives.always(objective));
      }
      model.synchronize();
      double milliseconds = 1e-6 * (System.nanoTime() - start) / taken;
      times.add(String.format(Locale.ROOT, "%.6f", milliseconds));
    }
    return times.toString();
  }

  /** Writes the loss and, behind it, its gradient at the current parameters. */
  private String gradient(Path file) throws IOException {
    var vector = model().newVector();
    double loss = objective.lossAndGradient(vector, Pass.CLEAN).value();
    var values = new double[vector.length() + 1];
    values[0] = loss;
    System.arraycopy(vector.read(), 0, values, 1, vector.length());
    return write(file, values);
  }

  private static String write(Path file, double[] values) throws IOException {
    AtomicFile.write(file, PeerWorkload.bytes(ParameterHash.floats(values)));
    return "ready";
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }
}
