package org.noisemark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.noisemark.bench.StepServer;
import org.noisemark.cli.options.DeviceConverter;
import org.noisemark.cli.session.Session;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.nn.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noisemark steps}: training steps on request, for {@code suite/peers/compare.py}. */
@Command(
    name = "steps",
    hidden = true,
    description = {
      "Takes and times training steps as asked on standard input, a line a request.",
      "suite/peers/compare.py sets them beside those of PyTorch."
    },
    footerHeading = "%nExample:%n",
    footer = "  noisemark steps --engine libtorch --shape 3x32x32")
final class StepsCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "libtorch",
      description = "What trains; ${DEFAULT-VALUE}.")
  private String engine;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda",
      converter = DeviceConverter.class,
      defaultValue = "cpu",
      description = "Where it trains; ${DEFAULT-VALUE}.")
  private Device device;

  @Option(
      names = "--shape",
      paramLabel = "CxHxW",
      defaultValue = "1x28x28",
      description = "Shape of the images; ${DEFAULT-VALUE}.")
  private String shape;

  StepsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    var chosen = Engines.named(engine);
    chosen.require(device, chosen.precisions(device).get(0));
    var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (var server = new StepServer(chosen, device, shape())) {
      for (var line = requests.readLine(); line != null; line = requests.readLine()) {
        session.out().println(server.answer(line));
        session.out().flush();
      }
    }
    return 0;
  }

  private Shape shape() {
    if (!shape.matches("\\d{1,4}x\\d{1,4}x\\d{1,4}")) {
      throw new IllegalArgumentException(
          "--shape must be channels x height x width like 3x32x32, got '" + shape + "'");
    }
    int[] sides = Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
    return new Shape(sides[0], sides[1], sides[2]);
  }
}
