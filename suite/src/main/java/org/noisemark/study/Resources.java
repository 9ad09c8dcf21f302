package org.noisemark.study;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.noisemark.reports.study.Description;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.definition.SuiteReader;

/** What ships beside the classes of studies: descriptions and suites. */
final class Resources {
  private Resources() {}

  static Description description(String name) {
    return Description.of(text(name + ".md"));
  }

  /** Returns the suite of that name in some form. */
  static Suite suite(String name, Form form) {
    var full = SuiteReader.read(name + ".yaml", text(name + ".yaml"));
    return switch (form) {
      case FULL -> full;
      case SMALL -> Scaled.small(full);
      case GPU -> Scaled.gpu(full);
    };
  }

  private static String text(String resource) {
    try (var in = Resources.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
