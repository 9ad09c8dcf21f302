package org.noisemark.cli.options;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A part of a plan.
 *
 * @param index 1 to {@code count}
 * @param count number of parts
 */
record Shard(int index, int count) {
  /** Reads "i/n", and "auto" where a scheduler has started this process as one of several. */
  static final class Converter implements ITypeConverter<Shard> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    @Override
    public Shard convert(String text) {
      if (text.equals("auto")) {
        try {
          return ScheduledShard.of(System.getenv());
        } catch (IllegalArgumentException e) {
          throw new TypeConversionException("--shard auto: " + e.getMessage());
        }
      }
      var match = FORM.matcher(text);
      if (!match.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is no shard, expected i/n with i from 1 to n, such as 2/4, or auto");
      }
      return new Shard(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }
  }
}
