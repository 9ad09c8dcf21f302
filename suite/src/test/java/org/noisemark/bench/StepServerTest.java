package org.noisemark.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.nn.Shape;

@Tag("slow")
class StepServerTest {
  private static final Shape SHAPE = new Shape(1, 4, 4);
  private static final float RATE = 0.01f;
  private static final float WEIGHT_DECAY = 5e-4f;

  @TempDir private Path directory;

  private StepServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StepServer(Engines.named("libtorch"), Device.CPU, SHAPE);
    assertEquals("ready", server.answer("workload " + directory));
  }

  @Test
  void handsOutNormalizedImagesAndParametersOfTheNetworks() throws IOException {
    assertEquals("1 4 4 10", Files.readString(directory.resolve("shape")).strip());
    float[] pixels = read("images.f32");
    assertEquals(0, pixels.length % SHAPE.size());
    for (float pixel : pixels) { // bytes, on a scale from -1 to 1
      assertEquals(Math.round((pixel + 1) * 127.5), (pixel + 1) * 127.5, 1e-4);
    }
    long images = pixels.length / SHAPE.size();
    assertEquals(images * Long.BYTES, Files.size(directory.resolve("labels.i64")));
    assertEquals(16 * 128 + 128 + 128 * 128 + 128 + 1290, read("mlp.parameters.f32").length);
  }

  /** The first step of SGD, recomputed from the gradient that is handed out. */
  @Test
  void aStepFollowsTheGradient() throws IOException {
    assertEquals("ready", server.answer("prepare mlp sgd float32 eager " + RATE + " unused"));
    assertEquals("ready", server.answer("gradient " + directory.resolve("gradient")));
    assertEquals("ready", server.answer("parameters " + directory.resolve("before")));
    assertTrue(server.answer("steps 1").matches("\\d+\\.\\d{6}"));
    assertEquals("ready", server.answer("parameters " + directory.resolve("after")));

    float[] before = read("before");
    assertArrayEquals(read("mlp.parameters.f32"), before);
    float[] gradient = read("gradient");
    assertTrue(gradient[0] > 1 && gradient[0] < 10, "loss " + gradient[0]);
    var expected = new float[before.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = before[i] - RATE * (gradient[i + 1] + WEIGHT_DECAY * before[i]);
    }
    assertArrayEquals(expected, read("after"), 1e-7f);
  }

  @Test
  void aTimeIsGivenForEveryStep() throws IOException {
    server.answer("prepare mlp psam float32 eager 0.01 unused");
    double[] times =
        Arrays.stream(server.answer("steps 5").split(" "))
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertEquals(5, times.length);
    assertTrue(Arrays.stream(times).allMatch(time -> time > 0));
  }

  @Test
  void whatCannotBeDoneIsRefusedWithAReason() throws IOException {
    assertRefused("prepare mlp sgd float8 eager 0.01 unused", "float32");
    assertRefused("prepare mlp sgd float32 compiled 0.01 unused", "compiled");
    assertRefused("prepare no-such sgd float32 eager 0.01 unused", "no-such");
    assertRefused("prepare mlp no-such float32 eager 0.01 unused", "no-such");
    assertRefused("dance", "dance");
    assertRefused("prepare mlp", "prepare mlp");
    assertRefused("steps 3", "prepare");
  }

  private void assertRefused(String request, String because) throws IOException {
    String answer = server.answer(request);
    assertTrue(answer.startsWith("refused ") && answer.contains(because), answer);
    assertEquals(1, answer.lines().count());
  }

  private float[] read(String file) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(directory.resolve(file)));
    var floats = bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    var values = new float[floats.remaining()];
    floats.get(values);
    return values;
  }
}
