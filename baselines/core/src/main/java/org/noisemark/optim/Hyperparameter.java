package org.noisemark.optim;

import java.util.List;

/** A setting of an optimizer as users write it. */
sealed interface Hyperparameter {
  String name();

  Object defaultValue();

  /**
   * Returns the value in its one form, or throws IllegalArgumentException with the whole reason.
   */
  Object check(Object value);

  /** Any number. */
  record Real(String name, Double defaultValue) implements Hyperparameter {
    @Override
    public Object check(Object value) {
      if (value instanceof Number number) {
        return number.doubleValue();
      }
      throw new IllegalArgumentException(name + " must be a number, got '" + value + "'");
    }
  }

  /** A whole number. */
  record Whole(String name, Integer defaultValue) implements Hyperparameter {
    @Override
    public Object check(Object value) {
      if (value instanceof Number number && number.doubleValue() == number.intValue()) {
        return number.intValue();
      }
      throw new IllegalArgumentException(name + " must be a whole number, got '" + value + "'");
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
}
