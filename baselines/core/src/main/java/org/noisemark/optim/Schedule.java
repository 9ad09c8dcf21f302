package org.noisemark.optim;

import java.util.List;

/** The learning rate of each step. Steps count from 0. */
public sealed interface Schedule {
  double learningRate(long step, long totalSteps);

  /** Returns the largest rate. */
  double peak();

  /** The same rate at every step. */
  record Constant(double initial) implements Schedule {
    public Constant {
      Settings.atLeastZero("learning_rate", initial);
    }

    @Override
    public double peak() {
      return initial;
    }

    @Override
    public double learningRate(long step, long totalSteps) {
      return initial;
    }
  }

  /**
   * Multiplied by a factor at each milestone.
   *
   * @param milestones shares of all steps, in (0, 1)
   */
  record StepDecay(double initial, List<Double> milestones, double factor) implements Schedule {
    public StepDecay {
      Settings.atLeastZero("learning_rate", initial);
      Settings.atLeastZero("factor", factor);
      milestones = List.copyOf(milestones);
      for (double milestone : milestones) {
        Settings.require(
            milestone > 0 && milestone < 1,
            "milestones are shares of training in (0, 1), got " + milestone);
      }
    }

    @Override
    public double peak() {
      return initial;
    }

    @Override
    public double learningRate(long step, long totalSteps) {
      long passed = milestones.stream().filter(m -> step >= Math.round(m * totalSteps)).count();
      return initial * Math.pow(factor, passed);
    }
  }

  /** From the initial rate to 0 along half a cosine, step by step (Loshchilov, Hutter, 2017). */
  record Cosine(double initial) implements Schedule {
    public Cosine {
      Settings.atLeastZero("learning_rate", initial);
    }

    @Override
    public double peak() {
      return initial;
    }

    @Override
    public double learningRate(long step, long totalSteps) {
      return initial * (1 + Math.cos(Math.PI * step / totalSteps)) / 2;
    }
  }

  /** A linear rise over the first steps to the first rate of another schedule, which follows. */
  record WarmUp(long steps, Schedule then) implements Schedule {
    public WarmUp {
      Settings.require(steps >= 0, "warm-up steps must be at least 0, got " + steps);
    }

    @Override
    public double peak() {
      return then.peak();
    }

    @Override
    public double learningRate(long step, long totalSteps) {
      if (step < steps) {
        return then.learningRate(0, Math.max(1, totalSteps - steps)) * (step + 1) / (steps + 1);
      }
      return then.learningRate(step - steps, totalSteps - steps);
    }
  }

  /** The names that {@link #named} knows. */
  List<String> NAMES = List.of("constant", "step", "cosine");

  /**
   * Returns the schedule of that name; "step" is a tenth at 50 % and again at 75 % of training.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that are there
   */
  static Schedule named(String name, double initial) {
    return switch (name) {
      case "constant" -> new Constant(initial);
      case "step" -> new StepDecay(initial, List.of(0.5, 0.75), 0.1);
      case "cosine" -> new Cosine(initial);
      default ->
          throw new IllegalArgumentException(
              "unknown schedule '" + name + "', expected one of " + NAMES);
    };
  }
}
