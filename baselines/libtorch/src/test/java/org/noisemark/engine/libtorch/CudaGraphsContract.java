package org.noisemark.engine.libtorch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.nn.Network;

/** As {@link CudaContract}, with passes as CUDA graphs. */
class CudaGraphsContract extends CudaContract {
  @Override
  protected Engine engine() {
    return new LibtorchGraphsEngine();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void computesWhatPassesPieceByPieceDo(Network network) {
    PassGraphsTest.assertComputesAsPiecewise(engine(), network, Device.CUDA);
  }
}
