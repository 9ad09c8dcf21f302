package org.noisemark.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.noisemark.reports.results.Prices;
import org.noisemark.suite.definition.PriceFile;
import picocli.CommandLine.Option;

/** {@code --prices}: shared by the commands that write reports. */
public final class PricesOption {
  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description =
          "Your dated prices (YAML or JSON): adds money to the costs. Kept as prices.json.")
  private Path file;

  /**
   * Returns what the file holds; empty if none was given.
   *
   * @throws IllegalArgumentException if it holds no prices; one line with file, line and key
   * @throws IOException if there is no such file, or it cannot be read
   */
  public Optional<Prices> read() throws IOException {
    return file == null ? Optional.empty() : Optional.of(PriceFile.read(file));
  }
}
