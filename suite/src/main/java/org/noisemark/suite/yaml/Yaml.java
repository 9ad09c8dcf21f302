package org.noisemark.suite.yaml;

import java.util.List;
import java.util.Map;

/** A YAML value that knows where it stands: {@code path} as in "optimizers[1].rho", line from 1. */
public sealed interface Yaml {
  String path();

  int line();

  /** Keys in the order of the file. */
  record Mapping(String path, int line, Map<String, Yaml> entries) implements Yaml {}

  record Sequence(String path, int line, List<Yaml> items) implements Yaml {}

  /**
   * @param value a String, Boolean, Integer, Long or Double; "" stands for a key without a value
   */
  record Scalar(String path, int line, Object value) implements Yaml {}
}
