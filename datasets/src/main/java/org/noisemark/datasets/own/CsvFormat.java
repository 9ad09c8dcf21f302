package org.noisemark.datasets.own;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/** A table of numbers with a column of labels. */
public final class CsvFormat implements DataFormat {
  /** What stands between two values. */
  enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    final char character;

    Separator(char character) {
      this.character = character;
    }
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String summary() {
    return "your own table: a CSV file of numeric columns and a column of labels, text or numbers";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    var all = new ArrayList<Hyperparameter>();
    all.add(Hyperparameter.text("label", "label"));
    all.add(Hyperparameter.text("ignore", ""));
    all.add(Hyperparameter.choice("separator", Separator.COMMA));
    all.addAll(TestPart.HYPERPARAMETERS);
    return all;
  }

  @Override
  public String sha256(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(regular(path))) {
      return DigestUtils.sha256Hex(in);
    }
  }

  @Override
  public Examples read(Path path, Values values) throws IOException {
    try (InputStream in = Files.newInputStream(regular(path))) {
      return new CsvTable(
              path.toString(),
              values.text("label"),
              List.of(values.text("ignore").split("\\s*,\\s*")),
              values.choice("separator", Separator.class).character)
          .read(in);
    }
  }

  private static Path regular(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException(
          path
              + ": found "
              + (Files.exists(path) ? "a folder" : "no file")
              + ", expected a CSV file");
    }
    return path;
  }
}
