package org.noisemark.engine.libtorch;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Transform;

/** Images in the Java heap, gathered by Java code: for the CPU. */
final class HostExamples implements LoadedExamples {
  private final Images images;
  private final Normalization normalization;
  private final Ownership ownership;
  private float[] gathered = {};
  private FloatPointer memory;

  HostExamples(Images images, Normalization normalization, Ownership ownership) {
    this.images = images;
    this.normalization = normalization;
    this.ownership = ownership;
  }

  @Override
  public int count() {
    return images.count();
  }

  @Override
  public Tensor gather(int[] rows, List<Transform> transforms) {
    int length = rows.length * images.size();
    if (gathered.length < length) {
      gathered = new float[length];
      memory = ownership.keep(new FloatPointer(length));
    }
    for (int i = 0; i < rows.length; i++) {
      images.gather(rows[i], transforms.get(i), normalization, gathered, i * images.size());
    }
    memory.put(gathered, 0, length);
    return Placement.wrap(
        memory, ScalarType.Float, rows.length, images.channels(), images.height(), images.width());
  }
}
