package org.noisemark.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.nn.ParameterLayout.Kind;

class NetworksTest {
  private static final Shape FASHION = new Shape(1, 28, 28);

  @ParameterizedTest
  @CsvSource({
    // mlp: 784·128+128 + 128·128+128 + 128·10+10
    "mlp, 118282",
    // cnn: 9·16+16 + 144·32+32 + 1568·64+64 + 64·10+10
    "cnn, 105866",
    // resnet20 with 1x1 shortcuts: stem 144+32; stage one 3·(2·2304+64); stage two 4608+9216+128 +
    // 512+64 + 2·(2·9216+128); stage three 18432+36864+256 + 2048+128 + 2·(2·36864+256); dense 650
    "resnet20, 272186",
    // resnet18: stem 576+128; stage one 2·(2·36864+256); stage two 73728+147456+512 + 8192+256 +
    // 2·147456+512; stage three 294912+589824+1024 + 32768+512 + 2·589824+1024; stage four
    // 1179648+2359296+2048 + 131072+1024 + 2·2359296+2048; dense 5130. With a stem for 3 channels
    // it is the 11173962 of the CIFAR ResNet-18 that others count.
    "resnet18, 11172810"
  })
  void haveAsManyParametersAsCountedByHand(String name, int parameters) {
    assertEquals(parameters, Networks.named(name, FASHION, 10).layout().length());
  }

  /** What others count for ten classes; the shortcuts of resnet20 to 56 are 1x1 convolutions. */
  @ParameterizedTest
  @CsvSource({
    "lenet, 1, 28, 61706", // 156 + 2416 + 48120 + 10164 + 850
    "resnet32, 3, 32, 466906", // 464154 with padded shortcuts, and 2752 of 1x1 shortcuts
    "resnet56, 3, 32, 855770", // 853018 likewise
    "resnet18, 3, 32, 11173962",
    "resnet34, 3, 32, 21282122",
    "vgg16-bn, 3, 32, 14728266",
    "wrn-16-4, 3, 32, 2748890",
    "wrn-28-10, 3, 32, 36479194"
  })
  void haveAsManyParametersAsTheLiteratureCounts(
      String name, int channels, int size, int parameters) {
    var network = Networks.named(name, new Shape(channels, size, size), 10);
    assertEquals(parameters, network.layout().length());
  }

  /** Multiply-adds of an image, in millions. */
  @ParameterizedTest
  @CsvSource({
    "resnet32, 69", // He and others: 69 million without 1x1 shortcuts
    "resnet56, 126",
    "resnet18, 556",
    "resnet34, 1161",
    "vgg16-bn, 313",
    "wrn-28-10, 5247"
  })
  void takeAsManyOperationsAsTheLiteratureCounts(String name, double millions) {
    long flops = Networks.named(name, new Shape(3, 32, 32), 10).forwardFlops();
    assertEquals(millions, flops / 2e6, 0.015 * millions);
  }

  @Test
  void saysWhichImagesANetworkNeeds() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Networks.named("vgg16-bn", FASHION, 10));
    assertEquals(
        "vgg16-bn pools five times and needs images of at least 32x32, got 28x28",
        error.getMessage());
  }

  @Test
  void flopsOfOneOfEachLayerAreAsCountedByHand() {
    assertEquals(2 * 20 * 3, flops(new Shape(5, 2, 2), 3, new Layer.Dense(20, 3)));
    // 4 channels out of 3, 3x3 kernel, stride 2 and padding 1 on 7x7: 4x4 positions.
    assertEquals(
        2 * 4 * 4 * 4 * 3 * 9,
        flops(new Shape(3, 7, 7), 64, new Layer.Convolution(3, 4, 3, 2, 1, true)));
    assertEquals(0, flops(FASHION, 784, new Layer.BatchNormalization(1)));
    assertEquals(0, flops(FASHION, 784, Layer.Activation.RELU));
    assertEquals(0, flops(FASHION, 196, new Layer.MaxPooling(2, 2)));
    assertEquals(0, flops(FASHION, 1, new Layer.GlobalAveragePooling()));
    var convolution = new Layer.Convolution(1, 1, 3, 1, 1, false);
    assertEquals(
        2 * 2 * 784 * 9,
        flops(FASHION, 784, new Layer.Residual(List.of(convolution), List.of(convolution))));
  }

  private static long flops(Shape input, int classes, Layer layer) {
    return new Network("one", input, classes, List.of(layer)).forwardFlops();
  }

  @Test
  void resnet20TakesTheFlopsOfThePaperOnCifar() {
    // 40.6 million multiply-adds (He et al. count 0.04 billion) and the three shortcuts.
    long flops = Networks.named("resnet20", new Shape(3, 32, 32), 10).forwardFlops();
    assertEquals(2 * 40.8e6, flops, 2 * 0.4e6);
  }

  @Test
  void layoutNamesEveryTensorInCanonicalOrder() {
    var layout = Networks.named("resnet20", FASHION, 10).layout();
    var names = layout.segments().stream().map(ParameterLayout.Segment::name).toList();
    assertEquals(
        List.of("0.weight", "1.scale", "1.shift", "3.body.0.weight", "3.body.1.scale"),
        names.subList(0, 5));
    assertTrue(
        names.indexOf("9.shortcut.0.weight") > names.indexOf("9.body.4.shift"), "body first");
    assertEquals("22.bias", names.get(names.size() - 1));
  }

  @Test
  void initialWeightsHaveTheVarianceOfHeAndTheRestIsExact() {
    var layout = Networks.named("resnet20", FASHION, 10).layout();
    double[] values = InitialParameters.draw(layout, 5);
    for (var segment : layout.segments()) {
      double[] part =
          Arrays.copyOfRange(values, segment.offset(), segment.offset() + segment.length());
      if (segment.kind() != Kind.WEIGHT) {
        double expected = segment.kind() == Kind.NORMALIZATION_SCALE ? 1 : 0;
        assertTrue(Arrays.stream(part).allMatch(v -> v == expected), segment.name());
        continue;
      }
      double variance = Arrays.stream(part).map(v -> v * v).average().orElseThrow();
      // The mean of n squares of a Gaussian has the relative deviation √(2/n); five of them.
      double expected = 2.0 / segment.fanIn();
      assertEquals(expected, variance, 5 * expected * Math.sqrt(2.0 / part.length), segment.name());
    }
  }

  @Test
  void initialParametersDependOnTheSeedAlone() {
    var layout = Networks.named("mlp", FASHION, 10).layout();
    assertArrayEquals(InitialParameters.draw(layout, 1), InitialParameters.draw(layout, 1));
    assertTrue(
        !Arrays.equals(InitialParameters.draw(layout, 1), InitialParameters.draw(layout, 2)));
  }

  @Test
  void refusesLayersThatDoNotFit() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Network("odd", FASHION, 10, List.of(new Layer.Dense(783, 10))));
    assertTrue(error.getMessage().contains("does not fit an input of 1x28x28"));
    error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Network("odd", FASHION, 9, List.of(new Layer.Dense(784, 10))));
    assertEquals("odd ends in 10x1x1, expected 9 logits", error.getMessage());
  }

  @Test
  void listsTheNamesForAnUnknownNetwork() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Networks.named("resnet", FASHION, 10));
    assertTrue(error.getMessage().startsWith("unknown network 'resnet', expected one of [mlp,"));
  }
}
