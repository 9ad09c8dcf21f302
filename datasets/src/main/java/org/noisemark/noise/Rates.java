package org.noisemark.noise;

import java.util.function.DoublePredicate;

/** The nominal rates that a noise takes. */
public enum Rates {
  ZERO("0", rate -> rate == 0),
  UP_TO_ONE("0 to 1", rate -> rate >= 0 && rate <= 1),
  /** From one half on, most labels of a class would be wrong and alike: another labelling. */
  BELOW_HALF("at least 0 and below 0.5", rate -> rate >= 0 && rate < 0.5);

  private final String text;
  private final DoublePredicate meaning;

  Rates(String text, DoublePredicate meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  /** Returns whether it takes the rate. */
  public boolean allows(double rate) {
    return meaning.test(rate);
  }

  /**
   * @throws IllegalArgumentException in one line, if it does not take the rate
   */
  void check(String noise, double rate) {
    if (!allows(rate)) {
      throw new IllegalArgumentException(noise + ": rate " + rate + ", expected " + text);
    }
  }
}
