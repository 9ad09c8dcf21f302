package org.noisemark.engine.libtorch;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.engine.Device;

/**
 * The device and the element types of a model's tensors. What is returned belongs to the caller's
 * {@code PointerScope}.
 */
record Placement(DeviceType device, Precision precision) {
  static Placement of(Device device, String precision) {
    return new Placement(
        device == Device.CPU ? DeviceType.CPU : DeviceType.CUDA, Precision.named(precision));
  }

  /** To be called before a thread computes. */
  void prepare() {
    Threads.prepare();
    if (device == DeviceType.CUDA) {
      Streams.prepare();
    }
  }

  /** Waits until the device has done all that this thread has asked of it. */
  void synchronize() {
    if (device == DeviceType.CUDA) {
      Streams.synchronize();
    }
  }

  /** Returns zeros of the parameters' type. */
  Tensor zeros(long... shape) {
    return torch.torch_zeros(shape, options(precision.parameters()));
  }

  /** Returns the values as float64, whatever the parameters' type. */
  Tensor doubles(double[] values) {
    return moved(wrap(new DoublePointer(values), ScalarType.Double, values.length));
  }

  /**
   * Returns integers, for labels and indices. Nothing waits: they are copied from page-locked
   * memory, which libtorch keeps until it is done.
   */
  Tensor longs(long[] values, long... shape) {
    Tensor host = wrap(new LongPointer(values), ScalarType.Long, shape);
    return device == DeviceType.CPU
        ? host
        : host.pin_memory()
            .to(deviceOf(), ScalarType.Long, true, false, new MemoryFormatOptional());
  }

  /** Returns as many zeros, for {@link #upload}. */
  Tensor integers(long count) {
    return torch.torch_zeros(new long[] {count}, options(ScalarType.Long));
  }

  /** Overwrites integers, in order with all else that is asked of the device; nothing waits. */
  void upload(long[] values, Tensor integers) {
    Tensor host = wrap(new LongPointer(values), ScalarType.Long, values.length);
    integers.copy_(device == DeviceType.CPU ? host : host.pin_memory(), true);
  }

  /** Returns the elements of a tensor of any type, wherever it is; waits for it. */
  static double[] read(Tensor tensor) {
    var values = new double[Math.toIntExact(tensor.numel())];
    var memory = new DoublePointer(values.length);
    wrap(memory, ScalarType.Double, values.length).copy_(tensor);
    memory.get(values);
    return values;
  }

  /** Returns the tensor on this device, itself if it is there; waits until it is. */
  Tensor moved(Tensor host) {
    return device == DeviceType.CPU ? host : host.to(deviceOf(), host.scalar_type());
  }

  /** Returns a tensor in the type of the parameters, itself if it is one. */
  Tensor converted(Tensor tensor) {
    return in(precision.parameters(), tensor);
  }

  /** Returns a tensor in the type that is multiplied, itself if it is one. */
  Tensor factor(Tensor tensor) {
    return in(precision.products(), tensor);
  }

  private static Tensor in(ScalarType type, Tensor tensor) {
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
