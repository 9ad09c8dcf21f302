package org.noisemark.reports.records;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * The name of a run: a hash of all that was asked for, so that a changed setting is another run and
 * an unchanged one is never trained twice.
 */
public final class RunId {
  private static final int DIGITS = 16;

  private RunId() {}

  /**
   * Returns the first {@value #DIGITS} hex digits of the SHA-256 of the canonical configuration:
   * JSON in UTF-8, sorted keys, no spaces, doubles in their shortest form.
   */
  public static String of(String suite, String suiteVersion, RunRecord.Cell cell) {
    var configuration = new TreeMap<String, Object>();
    configuration.put("suite", suite);
    configuration.put("suite_version", suiteVersion);
    configuration.put("dataset", cell.dataset());
    configuration.put("noise", cell.noise());
    configuration.put("noise_rate", cell.noiseRate());
    configuration.put("noise_seed", cell.noiseSeed());
    configuration.put("network", cell.network());
    configuration.put("optimizer", cell.optimizer());
    configuration.put("hyperparameters", cell.hyperparameters());
    configuration.put("seed", cell.seed());
    configuration.put("engine", cell.engine());
    configuration.put("device", cell.device());
    configuration.put("precision", cell.precision());
    byte[] canonical = Json.canonical(configuration).getBytes(StandardCharsets.UTF_8);
    return Sha256.hex(canonical).substring(0, DIGITS);
  }
}
