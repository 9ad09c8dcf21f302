package org.noisemark.cli.options;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.study.Studies;
import org.noisemark.suite.definition.Suites;

/** What a shell completes where a name is asked for; any other word may stand there, too. */
public final class Names {
  private Names() {}

  public static final class OfPresets implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Suites.presets().keySet().iterator();
    }
  }

  /** And the word for all of them. */
  public static final class OfStudies implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Studies.titles().keySet().stream(), Stream.of("all")).iterator();
    }
  }

  public static final class OfEngines implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Engines.names().iterator();
    }
  }

  public static final class OfDevices implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Device.values()).map(Device::label).iterator();
    }
  }
}
