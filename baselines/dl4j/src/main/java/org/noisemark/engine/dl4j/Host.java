package org.noisemark.engine.dl4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/** Copies between Java arrays and a contiguous array of the engine. */
final class Host {
  private Host() {}

  static void write(float[] from, INDArray to) {
    if (isAddressable(to)) {
      new FloatPointer(to.data().addressPointer()).put(from, 0, (int) to.length());
    } else {
      var values = new double[(int) to.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = from[i];
      }
      write(values, to);
    }
  }

  static void write(double[] from, INDArray to) {
    if (isInMemory() && to.dataType() == DataType.DOUBLE) {
      new DoublePointer(to.data().addressPointer()).put(from, 0, (int) to.length());
    } else if (isAddressable(to)) {
      var values = new float[(int) to.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) from[i];
      }
      write(values, to);
    } else {
      to.assign(Nd4j.createFromArray(from).castTo(to.dataType()).reshape(to.shape()));
    }
  }

  static double[] read(INDArray from) {
    var values = new double[(int) from.length()];
    if (isAddressable(from)) {
      var floats = new float[values.length];
      new FloatPointer(from.data().addressPointer()).get(floats);
      for (int i = 0; i < values.length; i++) {
        values[i] = floats[i];
      }
      return values;
    }
    return from.dup().data().asDouble();
  }

  /** Whether an array is of float32 in this process's memory. */
  static boolean isAddressable(INDArray array) {
    return isInMemory() && array.dataType() == DataType.FLOAT;
  }

  static boolean isInMemory() {
    return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
  }
}
