package org.noisemark.engine.libtorch;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Where a model's tensors lie, and what its parameters are made of. What is returned belongs to the
 * caller's {@code PointerScope}.
 *
 * @param device where
 * @param type Float or Double
 */
record Placement(DeviceType device, ScalarType type) {
  /** Returns zeros of the parameters' type. */
  Tensor zeros(long... shape) {
    return torch.torch_zeros(shape, options(type));
  }

  /** Returns the values as float64, whatever the parameters' type. */
  Tensor doubles(double[] values) {
    return moved(wrap(new DoublePointer(values), ScalarType.Double, values.length));
  }

  /** Returns integers, for labels and indices. */
  Tensor longs(long[] values, long... shape) {
    return moved(wrap(new LongPointer(values), ScalarType.Long, shape));
  }

  /** Returns the tensor on this device, itself if it is there. */
  Tensor moved(Tensor host) {
    return device == DeviceType.CPU ? host : host.to(deviceOf(), host.scalar_type());
  }

  /** Returns a tensor of this type on this device, itself if it is one. */
  Tensor converted(Tensor tensor) {
    return tensor.scalar_type() == type ? tensor : tensor.to(type);
  }

  TensorOptions options(ScalarType elements) {
    return new TensorOptions()
        .dtype(new ScalarTypeOptional(elements))
        .device(new DeviceOptional(deviceOf()));
  }

  /** Returns a tensor over native memory of this machine, which must outlive it. */
  static Tensor wrap(Pointer memory, ScalarType elements, long... shape) {
    return torch.from_blob(
        memory, shape, new TensorOptions().dtype(new ScalarTypeOptional(elements)));
  }

  private org.bytedeco.pytorch.Device deviceOf() {
    return new org.bytedeco.pytorch.Device(device);
  }
}
