package org.noisemark.suite.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.BatchOrder;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Seeds;
import org.noisemark.datasets.Transform;
import org.noisemark.nn.Flops;
import org.noisemark.nn.InitialParameters;
import org.noisemark.nn.Network;
import org.noisemark.optim.Schedule;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.definition.TrainerCommand;
import org.noisemark.suite.definition.TrainingSettings;
import org.noisemark.suite.external.ArrayFile;
import org.noisemark.suite.external.ArrayFolder;
import org.noisemark.suite.external.LayerDescription;
import org.noisemark.suite.external.Reply;
import org.noisemark.suite.external.TrainerException;
import org.noisemark.suite.external.TrainerProcess;
import org.noisemark.suite.meters.Stopwatch;
import org.noisemark.suite.meters.Stopwatch.Activity;

/**
 * The training of a cell by a program of the user's: it is given what an engine would be given, the
 * labels of the test set excepted, and tells its logits, of which accuracies and losses are worked
 * out here. Its time is taken from a request to the answer.
 */
final class ExternalTraining {
  private final Cell cell;
  private final PreparedData data;
  private final Network network;
  private final RunLog log;
  private final Deadline deadline;
  private final Stopwatch watch;
  private final int[] evaluated;
  private final BatchOrder order;
  private final BatchDraw draw;
  private final Schedule schedule;
  private long steps;
  private double gradients;
  private double forwards;

  ExternalTraining(Cell cell, PreparedData data, RunLog log, Deadline deadline) {
    this.cell = cell;
    this.data = data;
    this.network = CellRunner.network(cell, data);
    this.log = log;
    this.deadline = deadline;
    this.watch = log.meters().watch();
    this.evaluated = ExternalLogits.rows(data);
    this.order = new BatchOrder(data.split().train(), cell.training().batchSize(), cell.seed());
    this.draw =
        new BatchDraw(
            data.dataset().trainImages(), data.labels().labels(), cell.training(), cell.seed());
    this.schedule = TrainingSettings.learningRates(cell.training(), order.stepsPerEpoch());
  }

  /**
   * Trains all epochs.
   *
   * @throws TrainerException in one line if the program does anything else than the protocol says
   */
  void run(Consumer<RunRecord.Epoch> listener)
      throws IOException, InterruptedException, TimeoutException {
    var trainer = cell.engine().trainer();
    var command = TrainerCommand.of(trainer);
    command.require(trainer.sha256());
    watch.enter(Activity.DATA);
    try (var folder = ArrayFolder.temporary();
        var process = TrainerProcess.start(trainer.name(), trainer.command(), deadline::check)) {
      try {
        run(folder, process, command, listener);
      } finally {
        log.externalPeakMemory(process.peakResidentBytes());
      }
    }
  }

  private void run(
      ArrayFolder folder,
      TrainerProcess process,
      TrainerCommand command,
      Consumer<RunRecord.Epoch> listener)
      throws IOException, InterruptedException, TimeoutException {
    var task = task(folder);
    watch.enter(Activity.OTHER);
    var ready = process.ask(task, Reply.Ready.class);
    log.external(ready, command.files());
    int epochs = cell.training().epochs();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double loss = train(epoch, folder, process);
      watch.enter(Activity.EVAL);
      var scores =
          cell.evaluation().isDue(epoch, epochs)
              ? evaluate(epoch, folder, process)
              : EpochEvaluation.Scores.NONE;
      watch.enter(Activity.OTHER);
      listener.accept(
          log.epoch(epoch, learningRate(order.stepsPerEpoch() * epoch - 1), loss, scores));
      if (cell.evaluation().keeps(epoch)) {
        log.keep(epoch, parameters(folder, process, true));
      }
    }
    double[] last = parameters(folder, process, false);
    if (last.length > 0) {
      log.finalParameters(CellRunner.finite(last));
    }
    process.end();
  }

  private Map<String, Object> task(ArrayFolder folder) throws IOException {
    var dataset = data.dataset();
    var arrays = new LinkedHashMap<String, ArrayFile>();
    arrays.put("train_images", images(folder, "train_images", dataset.trainImages()));
    arrays.put("test_images", images(folder, "test_images", dataset.testImages()));
    if (!dataset.trainImages().areFeatures()) {
      var normalization = dataset.normalization();
      arrays.put(
          "normalization",
          folder.floats(
              "normalization",
              new int[] {normalization.channels(), 256},
              i -> normalization.apply(i / 256, i % 256)));
    }
    arrays.put("train_labels", integers(folder, "train_labels", data.labels().labels()));
    arrays.put("train_rows", integers(folder, "train_rows", data.split().train()));
    arrays.put("validation_rows", integers(folder, "validation_rows", data.split().validation()));
    arrays.put("evaluation_rows", integers(folder, "evaluation_rows", evaluated));
    double[] initial =
        InitialParameters.draw(network.layout(), Seeds.derive(cell.seed(), "initial"));
    arrays.put(
        "initial_parameters",
        folder.floats("initial_parameters", new int[] {initial.length}, i -> initial[i]));
    log.initialParameters(initial);
    var task = new LinkedHashMap<String, Object>();
    task.put("type", "cell");
    task.put("protocol", Reply.PROTOCOL);
    task.put("run_id", cell.runId());
    task.put("cell", cell);
    task.put("network", LayerDescription.of(network));
    task.put("steps_per_epoch", order.stepsPerEpoch());
    task.put("folder", folder.path().toString());
    task.put("arrays", arrays);
    task.put("threads", 1);
    return task;
  }

  private double train(int epoch, ArrayFolder folder, TrainerProcess process)
      throws IOException, InterruptedException, TimeoutException {
    watch.enter(Activity.DATA);
    var arrays = epochArrays(epoch, folder);
    watch.enter(Activity.TRAIN);
    var trained =
        process.ask(Map.of("type", "train", "epoch", epoch, "arrays", arrays), Reply.Trained.class);
    watch.enter(Activity.OTHER);
    for (var array : arrays.values()) {
      folder.delete(array);
    }
    expect("epoch", trained.epoch(), epoch);
    expect("steps", trained.steps(), steps + order.stepsPerEpoch());
    count(trained);
    if (!Double.isFinite(trained.loss())) {
      throw new DivergedException("the loss became " + trained.loss() + " in epoch " + epoch);
    }
    return trained.loss();
  }

  private void count(Reply.Trained trained) throws TrainerException {
    double more = trained.gradientEvaluations() - gradients;
    if (more < 0 || trained.forwardPasses() < forwards) {
      throw new TrainerException(
          cell.engine().trainer().name() + " counted fewer passes than in the epoch before");
    }
    double batch = (double) data.split().train().length / order.stepsPerEpoch();
    log.meters()
        .passes()
        .told(
            more,
            trained.forwardPasses() - forwards,
            data.split().train().length,
            Math.round(more * batch * Flops.gradient(network)));
    steps = trained.steps();
    gradients = trained.gradientEvaluations();
    forwards = trained.forwardPasses();
  }

  private EpochEvaluation.Scores evaluate(int epoch, ArrayFolder folder, TrainerProcess process)
      throws IOException, InterruptedException, TimeoutException {
    var reply = process.ask(Map.of("type", "evaluate", "epoch", epoch), Reply.Logits.class);
    expect("epoch", reply.epoch(), epoch);
    int classes = network.classes();
    var logits =
        new ExternalLogits(
            evaluated,
            classes,
            folder.read("train", reply.train(), evaluated.length, classes),
            folder.read("test", reply.test(), data.dataset().testImages().count(), classes));
    log.logits(logits.both());
    return new EpochEvaluation(data, logits).measure(deadline);
  }

  /** Returns none if the program cannot tell them and need not. */
  private double[] parameters(ArrayFolder folder, TrainerProcess process, boolean needed)
      throws IOException, InterruptedException, TimeoutException {
    var reply = process.ask(Map.of("type", "parameters"), Reply.Parameters.class);
    if (reply.parameters() == null) {
      if (needed) {
        throw new TrainerException(
            cell.engine().trainer().name()
                + " tells no parameters, which the suite's keep_parameters asks for");
      }
      return new double[0];
    }
    float[] read = folder.read("parameters", reply.parameters(), network.layout().length());
    return IntStream.range(0, read.length).mapToDouble(i -> read[i]).toArray();
  }

  private Map<String, ArrayFile> epochArrays(int epoch, ArrayFolder folder) throws IOException {
    var batches = order.epoch(epoch).stream().map(rows -> draw.of(rows, epoch)).toList();
    var arrays = new LinkedHashMap<String, ArrayFile>();
    arrays.put("order", integers(folder, "order", all(batches.stream().map(Batch::rows).toList())));
    int first = (epoch - 1) * batches.size();
    arrays.put(
        "learning_rates",
        folder.doubles(
            "learning_rates", new int[] {batches.size()}, step -> learningRate(first + step)));
    if (!cell.training().augmentation().equals("none")) {
      arrays.put(
          "transforms",
          transforms(folder, "transforms", batches.stream().map(Batch::transforms).toList()));
    }
    if (cell.training().mixup() != null) {
      var mixed = batches.stream().map(batch -> batch.mixup().orElseThrow()).toList();
      arrays.put(
          "mixup_rows",
          integers(folder, "mixup_rows", all(mixed.stream().map(Batch.Mixup::rows).toList())));
      arrays.put(
          "mixup_transforms",
          transforms(
              folder, "mixup_transforms", mixed.stream().map(Batch.Mixup::transforms).toList()));
      double[] shares =
          mixed.stream().flatMapToDouble(each -> Arrays.stream(each.share())).toArray();
      arrays.put(
          "mixup_shares",
          folder.doubles("mixup_shares", new int[] {shares.length}, i -> shares[i]));
    }
    return arrays;
  }

  private static int[] all(List<int[]> batches) {
    return batches.stream().flatMapToInt(Arrays::stream).toArray();
  }

  private static ArrayFile transforms(
      ArrayFolder folder, String name, List<List<Transform>> batches) throws IOException {
    var all = new ArrayList<int[]>();
    batches.stream()
        .flatMap(List::stream)
        .forEach(
            each ->
                all.add(
                    new int[] {
                      each.flip() ? 1 : 0,
                      each.shiftRows(),
                      each.shiftColumns(),
                      each.cutoutRow(),
                      each.cutoutColumn(),
                      each.cutoutSize()
                    }));
    return folder.integers(name, new int[] {all.size(), 6}, i -> all.get(i / 6)[i % 6]);
  }

  private static ArrayFile images(ArrayFolder folder, String name, Images images)
      throws IOException {
    int width = images.width();
    int plane = images.height() * width;
    int[] shape = {images.count(), images.channels(), images.height(), width};
    ArrayFolder.Elements values =
        i ->
            images.value(
                i / images.size(), i % images.size() / plane, i % plane / width, i % width);
    return images.areFeatures()
        ? folder.floats(name, shape, values)
        : folder.bytes(name, shape, values);
  }

  private static ArrayFile integers(ArrayFolder folder, String name, int[] values)
      throws IOException {
    return folder.integers(name, new int[] {values.length}, i -> values[i]);
  }

  private double learningRate(long step) {
    return schedule.learningRate(step, (long) cell.training().epochs() * order.stepsPerEpoch());
  }

  private void expect(String field, long got, long expected) throws TrainerException {
    if (got != expected) {
      throw new TrainerException(
          cell.engine().trainer().name() + " told " + field + " " + got + ", expected " + expected);
    }
  }
}
