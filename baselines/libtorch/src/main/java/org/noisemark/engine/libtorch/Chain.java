package org.noisemark.engine.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Layers one after the other. */
record Chain(List<Step> steps) implements Step {
  @Override
  public Tensor forward(Tensor x, Pass pass) {
    for (var step : steps) {
      x = step.forward(x, pass);
    }
    return x;
  }

  @Override
  public boolean leavesItsOutputAlone() {
    return !steps.isEmpty() && steps.get(steps.size() - 1).leavesItsOutputAlone();
  }
}
