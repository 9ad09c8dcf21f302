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
}
