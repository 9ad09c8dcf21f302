package org.noisemark.suite.meters;

/** What a training is measured with. Not thread-safe. */
public record Meters(Stopwatch watch, StepTimes steps, PassCounter passes) {
  public Meters() {
    this(new Stopwatch(), new StepTimes(), new PassCounter());
  }
}
