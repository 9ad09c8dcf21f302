package org.noisemark.plugin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A hyper-parameter as users write it: its name, its default and its range. Names are lower-case
 * words joined by underscores.
 */
public sealed interface Hyperparameter {
  String name();

  Object defaultValue();

  /**
   * Returns the value in its one form.
   *
   * @throws IllegalArgumentException in one line that begins with the name, if it is of another
   *     type or out of range
   */
  Object check(Object value);

  /**
   * Returns whether records and labels leave a value out, and with it stay what they are for those
   * who know of no such hyper-parameter.
   */
  default boolean omits(Object value) {
    return false;
  }

  /** Returns the same hyper-parameter, left out of records and labels at its default. */
  static Hyperparameter optional(Hyperparameter of) {
    return new OmittedAtDefault(of);
  }

  /** Returns a number of at least 0, finite. */
  static Real atLeastZero(String name, double defaultValue) {
    return new Real(name, defaultValue, value -> value >= 0, "finite and at least 0");
  }

  /** Returns a number from 0 to 1, both included. */
  static Real share(String name, double defaultValue) {
    return new Real(name, defaultValue, value -> value >= 0 && value <= 1, "in [0, 1]");
  }

  /** Returns a number from 0, included, to 1, excluded. */
  static Real decay(String name, double defaultValue) {
    return new Real(name, defaultValue, value -> value >= 0 && value < 1, "in [0, 1)");
  }

  /** Returns any finite number. */
  static Real finite(String name, double defaultValue) {
    return new Real(name, defaultValue, value -> true, "finite");
  }

  /** Returns a whole number of at least 1. */
  static Whole atLeastOne(String name, int defaultValue) {
    return new Whole(name, defaultValue, 1);
  }

  /** Returns one of the constants of an enum, in lower case. */
  static <E extends Enum<E>> Choice choice(String name, E defaultValue) {
    return new Choice(
        name,
        defaultValue.name().toLowerCase(Locale.ROOT),
        Stream.of(defaultValue.getDeclaringClass().getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList());
  }

  /** Returns a text of one line. */
  static Text text(String name, String defaultValue) {
    return new Text(name, defaultValue);
  }

  /** Any other, left out of records and labels at its default. */
  record OmittedAtDefault(Hyperparameter of) implements Hyperparameter {
    @Override
    public String name() {
      return of.name();
    }

    @Override
    public Object defaultValue() {
      return of.defaultValue();
    }

    @Override
    public Object check(Object value) {
      return of.check(value);
    }

    @Override
    public boolean omits(Object value) {
      return value.equals(defaultValue());
    }
  }

  /** A condition on a number. */
  @FunctionalInterface
  interface Range {
    boolean holds(double value);
  }

  /**
   * A number.
   *
   * @param range that finite values must be in
   * @param allowed the range in words, "in [0, 1]"
   */
  record Real(String name, Double defaultValue, Range range, String allowed)
      implements Hyperparameter {
    @Override
    public Object check(Object value) {
      if (!(value instanceof Number number)) {
        throw new IllegalArgumentException(name + " must be a number, got '" + value + "'");
      }
      double real = number.doubleValue();
      if (!Double.isFinite(real) || !range.holds(real)) {
        throw new IllegalArgumentException(name + " must be " + allowed + ", got " + real);
      }
      return real;
    }
  }

  /**
   * A whole number.
   *
   * @param least the smallest that is allowed
   */
  record Whole(String name, Integer defaultValue, int least) implements Hyperparameter {
    @Override
    public Object check(Object value) {
      if (!(value instanceof Number number) || number.doubleValue() != number.intValue()) {
        throw new IllegalArgumentException(name + " must be a whole number, got '" + value + "'");
      }
      if (number.intValue() < least) {
        throw new IllegalArgumentException(
            name + " must be at least " + least + ", got " + number.intValue());
      }
      return number.intValue();
    }
  }

  /** One of a few words. */
  record Choice(String name, String defaultValue, List<String> choices) implements Hyperparameter {
    @Override
    public Object check(Object value) {
      if (value instanceof String word && choices.contains(word)) {
        return word;
      }
      throw new IllegalArgumentException(
          name + " must be one of " + choices + ", got '" + value + "'");
    }
  }

  /** A text of one line, that may be empty. */
  record Text(String name, String defaultValue) implements Hyperparameter {
    @Override
    public Object check(Object value) {
      String text = String.valueOf(value).strip();
      if (text.codePoints().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(name + " must be a text of one line");
      }
      return text;
    }
  }
}
