package org.noisemark.engine.libtorch;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.noisemark.nn.DropoutMask;
import org.noisemark.nn.Layer.Dropout;

/**
 * In training 0, or x / (1 − rate), the factors drawn by Java code; x in evaluation.
 *
 * @param number among the network's dropout layers, from 0
 */
record DropoutStep(Dropout layer, int number, Placement placement) implements Step {
  @Override
  public Tensor forward(Tensor x, Pass pass) {
    if (pass.mode() == Mode.EVALUATION) {
      return x;
    }
    int rows = pass.seeds().length;
    int size = (int) (x.numel() / rows);
    double[] factors =
        LongStream.of(pass.seeds())
            .mapToObj(seed -> DropoutMask.factors(seed, number, size, layer.rate()))
            .flatMapToDouble(Arrays::stream)
            .toArray();
    return x.mul(placement.converted(placement.doubles(factors)).view(x.sizes()));
  }
}
