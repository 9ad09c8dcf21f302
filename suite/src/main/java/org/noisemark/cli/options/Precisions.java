package org.noisemark.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;

/** The precisions of an engine, for people. */
public final class Precisions {
  private Precisions() {}

  /** Returns "float32", or "float32 on cpu; float32, tf32 on cuda" where devices differ. */
  public static String of(Engine engine) {
    var byDevice = new TreeMap<Device, List<String>>();
    for (var device : Device.values()) {
      byDevice.put(device, engine.precisions(device));
    }
    if (byDevice.values().stream().distinct().count() == 1) {
      return String.join(", ", byDevice.firstEntry().getValue());
    }
    var parts = new ArrayList<String>();
    byDevice.forEach(
        (device, names) -> parts.add(String.join(", ", names) + " on " + device.label()));
    return String.join("; ", parts);
  }
}
