package org.noisemark.cli.options;

import org.noisemark.engine.Device;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a device's label. */
public final class DeviceConverter implements ITypeConverter<Device> {
  @Override
  public Device convert(String text) {
    try {
      return Device.named(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
