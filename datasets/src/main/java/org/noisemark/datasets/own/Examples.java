package org.noisemark.datasets.own;

import java.util.Arrays;
import java.util.List;
import org.noisemark.datasets.Images;

/** Examples with the labels as they are written, from one path. */
public sealed interface Examples {
  /** Returns the path, for messages. */
  String where();

  /** Returns a label for each example, none empty. */
  List<String> labels();

  /** Returns what examples of one data set have in common, for messages. */
  String shape();

  /** Returns the given examples, in the given order. */
  Examples select(int[] rows);

  /** Images as bytes. */
  record Pictures(String where, List<String> labels, Images images) implements Examples {
    @Override
    public String shape() {
      return "images of " + images.channels() + "x" + images.height() + "x" + images.width();
    }

    @Override
    public Pictures select(int[] rows) {
      return new Pictures(
          where, Arrays.stream(rows).mapToObj(labels::get).toList(), images.select(rows));
    }
  }

  /**
   * Rows of numbers.
   *
   * @param columns names of the features
   * @param values [row][column], finite; not copied
   */
  record Rows(String where, List<String> labels, List<String> columns, double[] values)
      implements Examples {
    @Override
    public String shape() {
      return "the columns " + columns;
    }

    @Override
    public Rows select(int[] rows) {
      int width = columns.size();
      var selected = new double[rows.length * width];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(values, rows[i] * width, selected, i * width, width);
      }
      return new Rows(where, Arrays.stream(rows).mapToObj(labels::get).toList(), columns, selected);
    }
  }
}
