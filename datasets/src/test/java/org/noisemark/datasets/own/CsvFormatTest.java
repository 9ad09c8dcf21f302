package org.noisemark.datasets.own;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.plugin.Values;

/** Tables as people have them, and one line for each that is none. */
class CsvFormatTest {
  @TempDir Path folder;

  @Test
  void readsNumbersAndLabelsOfAnyColumn() throws IOException {
    var rows =
        read(
            "\uFEFFid,kind,size,weight\r\n1,\"a, b\",1.5,-2\r\n\r\n2, c ,.5,1e3\r\n",
            Map.of("label", "kind", "ignore", "id"));

    assertEquals(List.of("size", "weight"), rows.columns());
    assertEquals(List.of("a, b", "c"), rows.labels());
    assertArrayEquals(new double[] {1.5, -2, 0.5, 1000}, rows.values());
  }

  @Test
  void readsOtherSeparators() throws IOException {
    assertEquals(List.of("x"), read("label;n\nx;1\n", Map.of("separator", "semicolon")).labels());
    assertEquals(List.of("x"), read("label\tn\nx\t1\n", Map.of("separator", "tab")).labels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n,m~1,2|line 1: found the columns [n, m], expected one named 'label'",
        "label~x|found the columns [label], expected a numeric one beside the label",
        "label,n|found no rows below the header",
        "label,n~x,1~y|row 2: found 1 values, expected 2",
        "label,n~x,1~,2|row 2: has no label in the column 'label'",
        "label,n~x,red|row 1: the column 'n' holds 'red', expected a finite number; leave a column"
            + " out with 'ignore: n'",
        "label,n~x,|row 1: the column 'n' holds '', expected a finite number",
        "label,n~x,NaN|row 1: the column 'n' holds 'NaN'",
        "label,n~x,1e999|row 1: the column 'n' holds '1e999'",
        "label,n~x,0x1p3|row 1: the column 'n' holds '0x1p3'",
        "label,n,n~x,1,2|expected a CSV file with a header",
        "label,n~\"x,1|expected a CSV file with a header",
      })
  void saysInALineWhatIsWrong(String text, String message) throws IOException {
    var e = assertThrows(IOException.class, () -> read(text.replace('~', '\n'), Map.of()));
    assertTrue(e.getMessage().startsWith(file().toString()), e.getMessage());
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }

  @Test
  void saysWhereThereIsNoTextOrNoFile() throws IOException {
    Files.write(file(), "label,n\nx\u00E9,1\n".getBytes(StandardCharsets.ISO_8859_1));
    var latin = assertThrows(IOException.class, () -> read(file(), Map.of()));
    assertTrue(latin.getMessage().contains("UTF-8"), latin.getMessage());

    var none = folder.resolve("none.csv");
    var missing = assertThrows(IOException.class, () -> read(none, Map.of()));
    assertEquals(none + ": found no file, expected a CSV file", missing.getMessage());
    assertThrows(IOException.class, () -> new CsvFormat().sha256(folder));
  }

  private Path file() {
    return folder.resolve("table.csv");
  }

  private Examples.Rows read(String text, Map<String, ?> settings) throws IOException {
    return read(Files.writeString(file(), text), settings);
  }

  private static Examples.Rows read(Path file, Map<String, ?> settings) throws IOException {
    var format = new CsvFormat();
    return (Examples.Rows) format.read(file, Values.of(format, settings));
  }
}
