package org.noisemark.reports.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.noisemark.reports.records.Numbers;

/**
 * A CSV file: RFC 4180, UTF-8, one header row, comma, line feed; an empty cell is not measured.
 *
 * @param name of the resource; the file is {@code <name>.csv}
 * @param primaryKey names of the columns that tell rows apart
 */
public record Table<R>(
    String name,
    String description,
    List<Column<R>> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys) {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  /**
   * What a spreadsheet would compute: a text is none, so that an apostrophe is put before it. A
   * flag of the JVM also begins with a hyphen, but calls nothing.
   */
  private static final Pattern FORMULA = Pattern.compile("[=+@\\t]|-.*[|(!]", Pattern.DOTALL);

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  /**
   * A column whose values are the primary key of another table; an empty cell refers to nothing.
   */
  public record ForeignKey(String column, String table) {}

  public Table {
    List<String> names = columns.stream().map(Column::name).toList();
    if (names.stream().distinct().count() != names.size() || !names.containsAll(primaryKey)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "table %s: columns %s", name, names));
    }
  }

  /** Whether every column of the key is filled in every row, as the standard wants of a key. */
  public boolean hasPrimaryKey() {
    return columns.stream()
        .filter(column -> primaryKey.contains(column.name()))
        .allMatch(column -> Boolean.TRUE.equals(column.constraints().get("required")));
  }

  public String file() {
    return name + ".csv";
  }

  /** Writes the rows as they come. */
  public void write(Stream<? extends R> rows, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    var printer = new CSVPrinter(writer, CSV);
    printer.printRecord(columns.stream().map(Column::name));
    for (R row : (Iterable<R>) rows.<R>map(each -> each)::iterator) {
      for (Column<R> column : columns) {
        printer.print(cell(column.value().apply(row)));
      }
      printer.println();
    }
    printer.flush();
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Optional<?> optional) {
      return cell(optional.orElse(null));
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? Numbers.text(optional.getAsDouble()) : "";
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? Integer.toString(optional.getAsInt()) : "";
    }
    if (value instanceof Double number) {
      return Numbers.text(number);
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    String text = LINE_BREAK.matcher(value.toString()).replaceAll(" ");
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }
}
