package org.noisemark.suite;

/** What a training is measured with. Not thread-safe. */
record Meters(Stopwatch watch, StepTimes steps, PassCounter passes) {
  Meters() {
    this(new Stopwatch(), new StepTimes(), new PassCounter());
  }
}
