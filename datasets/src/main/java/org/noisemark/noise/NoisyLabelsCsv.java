package org.noisemark.noise;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.commons.csv.CSVFormat;

/** Writes noisy labels as CSV: {@code index,clean,noisy}, one row an example, index from 0. */
public final class NoisyLabelsCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader("index", "clean", "noisy")
          .get();

  private NoisyLabelsCsv() {}

  /** Prints header and rows. */
  public static void print(NoisyLabels labels, Appendable out) throws IOException {
    int[] clean = labels.cleanLabels();
    int[] noisy = labels.labels();
    var printer = FORMAT.print(out);
    for (int row = 0; row < clean.length; row++) {
      printer.printRecord(row, clean[row], noisy[row]);
    }
    printer.flush();
  }

  /**
   * Writes a file, whole or not at all; makes its folder if need be.
   *
   * @throws IOException in one line that names the file, if it cannot be written
   */
  public static void write(NoisyLabels labels, Path file) throws IOException {
    var target = file.toAbsolutePath();
    var temporary = target.resolveSibling(target.getFileName() + ".tmp");
    try {
      Files.createDirectories(target.getParent());
      try (var channel =
              FileChannel.open(
                  temporary,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING);
          var out =
              new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8)) {
        print(labels, out);
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written (" + e + ")", e);
    }
  }
}
