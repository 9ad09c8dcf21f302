package org.noisemark.engine.libtorch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;

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
  public Tensor gather(Batch batch) {
    int length = batch.size() * images.size();
    if (gathered.length < length) {
      gathered = new float[length];
      memory = ownership.keep(new FloatPointer(length));
    }
    images.gather(batch, normalization, gathered);
    memory.put(gathered, 0, length);
    return Placement.wrap(
        memory, ScalarType.Float, batch.size(), images.channels(), images.height(), images.width());
  }
}
