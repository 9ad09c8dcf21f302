package org.noisemark.engine.libtorch;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.cuda.global.nvml;
import org.bytedeco.cuda.nvml.nvmlDevice_st;
import org.bytedeco.javacpp.BytePointer;
import org.noisemark.gpu.EnergyCounter;
import org.noisemark.gpu.Gpu;

/**
 * Energy by NVML, the driver's own library: its counter of the energy since the driver was loaded
 * (Volta and newer), or else its power, polled. The bindings are part of the builds for CUDA alone.
 */
public final class Nvml implements EnergyCounter.Provider {
  @Override
  public Optional<EnergyCounter> of(Gpu gpu) {
    try {
      return Device.of(gpu).flatMap(Device::counter);
    } catch (LinkageError e) { // no bindings, or no driver
      return Optional.empty();
    }
  }

  /**
   * A handle of NVML for a GPU; a class of its own, so that the one above loads without bindings.
   */
  private record Device(nvmlDevice_st handle) {
    static Optional<Device> of(Gpu gpu) {
      var handle = new nvmlDevice_st();
      return nvml.nvmlInit_v2() == nvml.NVML_SUCCESS
              && nvml.nvmlDeviceGetHandleByUUID(new BytePointer(gpu.uuid()), handle)
                  == nvml.NVML_SUCCESS
          ? Optional.of(new Device(handle))
          : Optional.empty();
    }

    Optional<EnergyCounter> counter() {
      try {
        totalJoules();
        return Optional.of(new Total(this));
      } catch (IOException e) {
        return PolledPower.start(this::watts);
      }
    }

    double totalJoules() throws IOException {
      var millijoules = new long[1];
      check(nvml.nvmlDeviceGetTotalEnergyConsumption(handle, millijoules));
      return millijoules[0] * 1e-3;
    }

    double watts() throws IOException {
      var milliwatts = new int[1];
      check(nvml.nvmlDeviceGetPowerUsage(handle, milliwatts));
      return milliwatts[0] * 1e-3;
    }

    private static void check(int code) throws IOException {
      if (code != nvml.NVML_SUCCESS) {
        throw new IOException("NVML: " + nvml.nvmlErrorString(code).getString());
      }
    }
  }

  private record Total(Device device) implements EnergyCounter {
    @Override
    public String method() {
      return "nvml-total-energy";
    }

    @Override
    public double joules() throws IOException {
      return device.totalJoules();
    }
  }
}
