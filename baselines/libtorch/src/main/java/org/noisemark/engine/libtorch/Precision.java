package org.noisemark.engine.libtorch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.engine.Device;
import org.noisemark.gpu.Gpu;

/**
 * The types that numbers are stored in and multiplied in. Products are those of matrices and
 * convolutions; parameters, gradients as the optimizers see them, their states, batch-normalization
 * statistics, the sums inside a product and the loss are of the type of the parameters.
 */
enum Precision {
  FLOAT32(ScalarType.Float, ScalarType.Float),
  /** Float32, but a GPU rounds what it multiplies to 11 significant bits. */
  TF32(ScalarType.Float, ScalarType.Float),
  /** Factors, products and activations have 8 significant bits. */
  BFLOAT16(ScalarType.Float, ScalarType.BFloat16),
  FLOAT64(ScalarType.Double, ScalarType.Double);

  private final ScalarType parameters;
  private final ScalarType products;

  Precision(ScalarType parameters, ScalarType products) {
    this.parameters = parameters;
    this.products = products;
  }

  ScalarType parameters() {
    return parameters;
  }

  ScalarType products() {
    return products;
  }

  /** Returns the name by which users ask for it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the precisions of a device, the default first. */
  static List<Precision> of(Device device) {
    return device == Device.CPU ? List.of(FLOAT32, BFLOAT16, FLOAT64) : List.of(values());
  }

  /** Returns the precision of that name; it must be one. */
  static Precision named(String label) {
    return Arrays.stream(values()).filter(p -> p.label().equals(label)).findFirst().orElseThrow();
  }

  /**
   * Returns one line that says why a GPU has no units for it, or empty if it has. Such a GPU
   * computes all the same, but in float32, or at a fraction of the speed.
   */
  Optional<String> obstacle(Gpu gpu) {
    boolean everywhere = this == FLOAT32 || this == FLOAT64;
    return everywhere || gpu.capability() >= 80
        ? Optional.empty()
        : Optional.of(gpu + " has no " + label() + ": that needs compute capability 8.0");
  }
}
