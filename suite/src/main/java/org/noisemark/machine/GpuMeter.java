package org.noisemark.machine;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.noisemark.gpu.EnergyCounter;
import org.noisemark.gpu.Gpu;

/** Energy of an NVIDIA GPU, by the first way to read its counter that the build carries. */
record GpuMeter(Gpu gpu, EnergyCounter counter, double startJoules) implements EnergyMeter {
  /** One a GPU and process: a counter may poll. */
  private static final Map<Gpu, Optional<EnergyCounter>> COUNTERS = new ConcurrentHashMap<>();

  static EnergyMeter start(Optional<Gpu> gpu) {
    var counter = gpu.flatMap(each -> COUNTERS.computeIfAbsent(each, GpuMeter::open));
    return counter.isPresent() ? start(gpu.get(), counter.get()) : NONE;
  }

  private static Optional<EnergyCounter> open(Gpu gpu) {
    return ServiceLoader.load(EnergyCounter.Provider.class).stream()
        .flatMap(provider -> provider.get().of(gpu).stream())
        .findFirst();
  }

  static EnergyMeter start(Gpu gpu, EnergyCounter counter) {
    try {
      return new GpuMeter(gpu, counter, counter.joules());
    } catch (IOException e) {
      return NONE;
    }
  }

  @Override
  public OptionalDouble joules() {
    try {
      return OptionalDouble.of(counter.joules() - startJoules);
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  @Override
  public String method() {
    return counter.method();
  }

  @Override
  public String scope() {
    return "gpu " + gpu.index() + ": " + gpu.name();
  }
}
