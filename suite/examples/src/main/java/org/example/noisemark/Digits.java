package org.example.noisemark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.DatasetDefinition;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;

/**
 * A data set from a CSV file: 1,797 handwritten digits of 8x8 pixels from 0 to 16, a line each, the
 * digit last. Every fifth is kept for the test.
 */
public final class Digits implements DatasetDefinition {
  private static final String FILE = "digits.csv.gz";
  private static final int SIDE = 8;
  private static final int WHITE = 16;

  @Override
  public String name() {
    return "digits";
  }

  @Override
  public String summary() {
    return "handwritten digits, 8x8 grey, 10 classes, 1,437 train, 360 test";
  }

  @Override
  public String licence() {
    return "CC BY 4.0, Alpaydin and Kaynak, UCI Machine Learning Repository";
  }

  @Override
  public String source() {
    return "Optical Recognition of Handwritten Digits, doi 10.24432/C50P49";
  }

  @Override
  public Dataset load(DataHome home) throws IOException {
    List<double[]> lines = lines();
    int[] test = IntStream.range(0, lines.size()).filter(i -> i % 5 == 0).toArray();
    int[] train = IntStream.range(0, lines.size()).filter(i -> i % 5 != 0).toArray();
    return new Dataset(
        name(),
        IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
        new Normalization(new double[] {0.305}, new double[] {0.376}),
        images(lines, train),
        labels(lines, train),
        images(lines, test),
        labels(lines, test));
  }

  private static List<double[]> lines() throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Digits.class.getResourceAsStream(FILE)),
                StandardCharsets.US_ASCII))) {
      return in.lines()
          .map(line -> List.of(line.split(",")).stream().mapToDouble(Double::parseDouble).toArray())
          .toList();
    }
  }

  private static Images images(List<double[]> lines, int[] rows) {
    var pixels = new byte[rows.length * SIDE * SIDE];
    for (int i = 0; i < rows.length; i++) {
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        pixels[i * SIDE * SIDE + pixel] =
            (byte) Math.round(255 * lines.get(rows[i])[pixel] / WHITE);
      }
    }
    return new Images(1, SIDE, SIDE, pixels);
  }

  private static int[] labels(List<double[]> lines, int[] rows) {
    return IntStream.of(rows).map(row -> (int) lines.get(row)[SIDE * SIDE]).toArray();
  }
}
