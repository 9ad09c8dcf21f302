package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The labels of a version never change: neither with the machine, nor with the Java platform, nor
 * with this program. A change here is a new version, {@code @2}.
 */
class GoldenLabelsTest {
  @ParameterizedTest
  @CsvSource({
    "symmetric-exclusive@1, 0.4, exact, 1, a7f7a425d06396a147e286a923495174fb5089f8859633303b3fa9fdb4395ada",
    "symmetric-exclusive@1, 0.4, bernoulli, 1, 3f3cdd0400e824ddc5d4825f1974118e5e6acad33af91d06c53af9c86528f689",
    "symmetric-inclusive@1, 0.5, exact, -7, c5947f6ecf92482a7adf88490aa6139007b4c65541ae7ea9a4769238cae631b1",
    "asymmetric-fashion-mnist@1, 0.4, exact, 1, 8f5cd69c137805bf8548146cc3e21aadeffe67b393458a31c1fc45f4b93abc2f",
    "asymmetric-fashion-mnist@1, 0.4, bernoulli, 2, 14906af0cd829a79f8307584df6ca50c9e5afd1648dd13a22eae4fd5b65caaeb",
    "pairflip@1, 0.45, exact, 9007199254740993, 4b1a5f71e3278decea7e844515c5ff29847b01e1902ac3d6a84638b4b0772e2a"
  })
  void keepTheirHash(String kind, double rate, String count, long seed, String sha256) {
    var spec = NoiseSpec.of(kind, rate, NoiseSpec.Count.named(count), seed);
    int[] clean = Labels.balanced(60_000, 10);
    assertEquals(sha256, LabelNoise.inject(clean, "fashion-mnist", 10, spec).sha256());
  }

  @ParameterizedTest
  @CsvSource({
    "asymmetric-mnist@1, mnist, 10, exact, 1, 654870966f6aafd74f3d9377a4266991338f34f213a2965ae257231dceb594ca",
    "asymmetric-mnist@1, mnist, 10, bernoulli, 2, 6f35668f0907b2f89858225fc0d464ea0cc1a6ec1c3b560bf37130af5cbe1501",
    "asymmetric-cifar10@1, cifar-10, 10, exact, 1, 635b65bbfec8bb758b82fc824f2b6af86c1de882cd59d6e820d94e4b3b970a68",
    "asymmetric-cifar10@1, cifar-10, 10, bernoulli, 2, a753ab9f654df49ef6946b89b20fb4a0aacfd2e602dfcb226ad7e02483bd0a6a",
    "asymmetric-cifar100-superclass@1, cifar-100, 100, exact, 1, 3f868d4351e78fe88fb77dbff03463a4be7dedcdb89b793489701b04a16a685d",
    "asymmetric-cifar100-superclass@1, cifar-100, 100, bernoulli, 2, 642759cd8435a242eab3afda8048096cdb75480df77b8e5f2aca094d306b2cf9",
    "asymmetric-cifar100-blocks@1, cifar-100, 100, exact, 1, b4b847ad333e984a3b51fcb250b2066aeb748de06a64faab8c6d959102802734",
    "asymmetric-cifar100-blocks@1, cifar-100, 100, bernoulli, 2, c869e406abf2d32999992c0845d1dec0952b80316eb13ddd070b80fc7074fc96"
  })
  void keepTheirHashOnTheirDataSet(
      String kind, String dataset, int classes, String count, long seed, String sha256) {
    var spec = NoiseSpec.of(kind, 0.4, NoiseSpec.Count.named(count), seed);
    int[] clean = Labels.balanced(50_000, classes);
    assertEquals(sha256, LabelNoise.inject(clean, dataset, classes, spec).sha256());
  }
}
