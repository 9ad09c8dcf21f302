package org.noisemark.cli;

import java.util.Arrays;
import org.noisemark.engine.Device;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a device's label. */
final class DeviceConverter implements ITypeConverter<Device> {
  @Override
  public Device convert(String text) {
    return Arrays.stream(Device.values())
        .filter(device -> device.label().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "unknown device '"
                        + text
                        + "', expected one of "
                        + Arrays.stream(Device.values()).map(Device::label).toList()));
  }
}
