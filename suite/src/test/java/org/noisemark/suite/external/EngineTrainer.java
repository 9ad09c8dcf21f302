package org.noisemark.suite.external;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Datasets;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Transform;
import org.noisemark.engine.Device;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.engine.reference.ReferenceEngine;
import org.noisemark.nn.Networks;
import org.noisemark.nn.Shape;
import org.noisemark.optim.Perturbation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that trains by the protocol, with the reference engine behind it: what it is told must
 * give the very parameters that the harness gets by itself. With an argument it misbehaves.
 */
public final class EngineTrainer {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final String fault;
  private JsonNode cell;
  private JsonNode training;
  private Model model;
  private Vector gradient;
  private Vector velocity;
  private Vector saved;
  private Examples train;
  private Examples test;
  private long steps;
  private long gradients;

  private EngineTrainer(String fault) {
    this.fault = fault;
  }

  /** Returns the command that starts it. */
  public static List<String> command(String... faults) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EngineTrainer.class.getName()));
    command.addAll(List.of(faults));
    return command;
  }

  public static void main(String[] args) throws Exception {
    var trainer = new EngineTrainer(args.length == 0 ? "" : args[0]);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      var message = MAPPER.readTree(line);
      String type = message.path("type").asString();
      if (type.equals("end")) {
        return;
      }
      trainer.misbehave(type);
      System.out.println(MAPPER.writeValueAsString(trainer.answer(type, message)));
    }
  }

  private void misbehave(String asked) throws Exception {
    switch (fault + "/" + asked) {
      case "dies/train" -> {
        System.err.println("first line\nout of luck: seven \u001b[31mred\u001b[0m herrings\n");
        System.exit(7);
      }
      case "garbage/cell" -> System.out.println("loading torch ...");
      case "flood/train" -> {
        while (true) {
          System.out.print("x".repeat(1 << 16));
        }
      }
      case "whispers/train" -> {
        for (int i = 0; i < 64; i++) {
          System.err.println("y".repeat(1 << 16));
        }
      }
      case "hangs/train" -> {
        new ProcessBuilder("sleep", seconds()).start();
        Thread.sleep(Long.MAX_VALUE);
      }
      case "orphan/train" -> {
        new ProcessBuilder("sleep", seconds()).inheritIO().start(); // it holds the output open
        System.exit(3);
      }
      default -> {}
    }
  }

  private static String seconds() {
    return secondsOfChildren(ProcessHandle.current().parent().orElseThrow().pid());
  }

  /** Returns how long the children sleep of a program that a process has started: 600 and some. */
  public static String secondsOfChildren(long harness) {
    return "600." + harness;
  }

  private Map<String, Object> answer(String type, JsonNode message) throws IOException {
    var reply = new LinkedHashMap<String, Object>();
    switch (type) {
      case "cell" -> {
        begin(message);
        reply.put("type", "ready");
        reply.put("protocol", fault.equals("future") ? 2 : 1);
        reply.put("program", "engine-trainer");
        reply.put("version", "1.5");
        reply.put("versions", Map.of("engine-library", "64"));
      }
      case "train" -> {
        double loss = epoch(message);
        reply.put("type", fault.equals("confused") ? "logits" : "trained");
        reply.put("epoch", message.path("epoch").asInt());
        reply.put("loss", fault.equals("diverges") ? "NaN" : loss);
        reply.put("steps", fault.equals("lazy") ? 1 : steps);
        reply.put("gradient_evaluations", gradients);
        if (fault.equals("talkative")) {
          reply.put("mood", "good");
        }
      }
      case "evaluate" -> {
        int classes = cell.path("network").path("classes").asInt();
        int[] rows = integers(cell, "evaluation_rows");
        int[] all = IntStream.range(0, test.count()).toArray();
        reply.put("type", "logits");
        reply.put("epoch", message.path("epoch").asInt());
        reply.put("train", array("train", model.logits(train, rows), rows.length, classes));
        reply.put("test", array("test", model.logits(test, all), all.length, classes));
      }
      default -> {
        double[] parameters = model.parameters().read();
        var floats = new float[parameters.length];
        IntStream.range(0, floats.length).forEach(i -> floats[i] = (float) parameters[i]);
        reply.put("type", "parameters");
        reply.put(
            "parameters",
            fault.equals("secretive") ? null : array("parameters", floats, floats.length));
      }
    }
    return reply;
  }

  private void begin(JsonNode message) throws IOException {
    cell = message;
    training = message.path("cell").path("training");
    var images = images("train_images");
    var network =
        Networks.named(
            message.path("network").path("name").asString(),
            new Shape(images.channels(), images.height(), images.width()),
            message.path("network").path("classes").asInt());
    model = new ReferenceEngine().build(network, Device.CPU);
    var normalization = normalization();
    train = model.load(images, normalization);
    test = model.load(images("test_images"), normalization);
    var initial = bytes(cell, "initial_parameters").asFloatBuffer();
    model
        .parameters()
        .write(IntStream.range(0, initial.limit()).mapToDouble(initial::get).toArray());
    gradient = model.newVector();
    velocity = model.newVector();
    saved = model.newVector();
  }

  /** Of the data sets of the tests the one whose table was told, to the bit. */
  private Normalization normalization() throws IOException {
    var told = bytes(cell, "normalization");
    var known =
        List.of(
            new Normalization(new double[] {0.5}, new double[] {0.3}),
            Datasets.named("fashion-mnist-mini").load(DataHome.byDefault()).normalization());
    return known.stream()
        .filter(
            each ->
                IntStream.range(0, 256)
                    .allMatch(value -> told.getFloat(4 * value) == each.apply(0, value)))
        .findFirst()
        .orElseThrow();
  }

  private double epoch(JsonNode message) throws IOException {
    int[] order = integers(message, "order");
    var rates = bytes(message, "learning_rates").asDoubleBuffer();
    int size = training.path("batch_size").asInt();
    double sum = 0;
    for (int step = 0; step < rates.limit(); step++) {
      int from = step * size;
      int to = Math.min(from + size, order.length);
      var batch = batch(message, order, from, to);
      sum += step(batch, rates.get(step)) * batch.size();
      steps++;
    }
    return sum / order.length;
  }

  private Batch batch(JsonNode message, int[] order, int from, int to) throws IOException {
    int[] labels = integers(cell, "train_labels");
    int[] rows = Arrays.copyOfRange(order, from, to);
    var mixup = Optional.<Batch.Mixup>empty();
    if (training.has("mixup")) {
      int[] others = Arrays.copyOfRange(integers(message, "mixup_rows"), from, to);
      var shares = bytes(message, "mixup_shares").asDoubleBuffer();
      mixup =
          Optional.of(
              new Batch.Mixup(
                  others,
                  Arrays.stream(others).map(row -> labels[row]).toArray(),
                  transforms(message, "mixup_transforms", from, to),
                  IntStream.range(from, to).mapToDouble(shares::get).toArray()));
    }
    return new Batch(
        rows,
        Arrays.stream(rows).map(row -> labels[row]).toArray(),
        transforms(message, "transforms", from, to),
        new long[rows.length],
        mixup,
        training.path("label_smoothing").asDouble(0));
  }

  private List<Transform> transforms(JsonNode message, String name, int from, int to)
      throws IOException {
    var transforms = new ArrayList<Transform>();
    int[] told = message.path("arrays").has(name) ? integers(message, name) : new int[6 * to];
    for (int i = 6 * from; i < 6 * to; i += 6) {
      transforms.add(
          new Transform(
              told[i] == 1, told[i + 1], told[i + 2], told[i + 3], told[i + 4], told[i + 5]));
    }
    return transforms;
  }

  private double step(Batch batch, double rate) {
    var optimizer = cell.path("cell").path("optimizer");
    var w = model.parameters();
    double loss = model.lossAndGradient(train, batch, gradient, Pass.CLEAN).value();
    gradients++;
    if (optimizer.path("name").asString().equals("sam")) {
      double rho = optimizer.path("hyperparameters").path("rho").asDouble();
      saved.copyFrom(w);
      w.axpyNormalized(rho, gradient, gradient, Perturbation.NORM_GUARD);
      model.lossAndGradient(train, batch, gradient, Pass.PERTURBED);
      w.copyFrom(saved);
      gradients++;
    }
    w.descend(
        gradient,
        velocity,
        rate,
        training.path("momentum").asDouble(),
        training.path("weight_decay").asDouble(),
        training.path("nesterov").asBoolean());
    return loss;
  }

  private Images images(String name) throws IOException {
    var shape = cell.path("arrays").path(name).path("shape");
    return new Images(
        shape.get(1).asInt(),
        shape.get(2).asInt(),
        shape.get(3).asInt(),
        bytes(cell, name).array());
  }

  private int[] integers(JsonNode message, String name) throws IOException {
    var told = bytes(message, name).asIntBuffer();
    return IntStream.range(0, told.limit()).map(told::get).toArray();
  }

  private ByteBuffer bytes(JsonNode message, String name) throws IOException {
    var array = message.path("arrays").path(name);
    byte[] bytes = Files.readAllBytes(folder().resolve(array.path("file").asString()));
    if (!DigestUtils.sha256Hex(bytes).equals(array.path("sha256").asString())) {
      throw new IllegalStateException(name + " is not what was told of it");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Path folder() {
    return Path.of(cell.path("folder").asString());
  }

  private Map<String, Object> array(String name, float[] values, int... shape) throws IOException {
    var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    byte[] bytes = buffer.array();
    String sha256 = DigestUtils.sha256Hex(bytes);
    switch (fault + "/" + name) {
      case "flipped/test" -> bytes[5] ^= 1;
      case "short/test" -> bytes = Arrays.copyOf(bytes, bytes.length - 4);
      case "infinite/test" -> buffer.putFloat(8, Float.POSITIVE_INFINITY);
      default -> {}
    }
    if (fault.equals("infinite")) {
      sha256 = DigestUtils.sha256Hex(bytes);
    }
    Path file = folder().resolve(name);
    if (fault.equals("links")) {
      Files.createSymbolicLink(file, Path.of("/etc/hostname"));
    } else {
      Files.write(file, bytes);
    }
    var told = new LinkedHashMap<String, Object>();
    told.put("file", fault.equals("climbs") ? "../" + name : name);
    told.put("type", fault.equals("wide") ? "float64" : "float32");
    told.put("shape", Arrays.stream(shape).boxed().toList());
    told.put("sha256", sha256);
    return told;
  }
}
