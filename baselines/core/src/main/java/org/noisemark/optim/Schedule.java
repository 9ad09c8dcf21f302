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

  /**
   * Another schedule that changes at the first step of an epoch only, as that of most training code
   * does.
   *
   * @param stepsPerEpoch at least 1
   */
  record ByEpoch(int stepsPerEpoch, Schedule of) implements Schedule {
    public ByEpoch {
      Settings.require(stepsPerEpoch >= 1, "an epoch has at least 1 step, got " + stepsPerEpoch);
    }

    @Override
    public double peak() {
      return of.peak();
    }

    @Override
    public double learningRate(long step, long totalSteps) {
      return of.learningRate(step - step % stepsPerEpoch, totalSteps);
    }
  }

  /** The names that {@link #named} knows. */
  List<String> NAMES = List.of("constant", "step", "cosine", "cosine-by-epoch");

  /**
   * Returns the schedule of that name. "step" is a tenth at 50 % and again at 75 % of training;
   * "step 0.6", and so on, a tenth at each of the shares of training behind it.
   *
   * @param stepsPerEpoch at least 1
   * @throws IllegalArgumentException if there is none; the message lists those that are there
   */
  static Schedule named(String name, double initial, int stepsPerEpoch) {
    return switch (name) {
      case "constant" -> new Constant(initial);
      case "step" -> new StepDecay(initial, List.of(0.5, 0.75), 0.1);
      case "cosine" -> new Cosine(initial);
      case "cosine-by-epoch" -> new ByEpoch(stepsPerEpoch, new Cosine(initial));
      default -> new StepDecay(initial, milestones(name), 0.1);
    };
  }

  private static List<Double> milestones(String name) {
    var words = List.of(name.split(" "));
    if (!words.get(0).equals("step")) {
      throw new IllegalArgumentException(
          "unknown schedule '" + name + "', expected one of " + NAMES);
    }
    try {
      return words.stream().skip(1).map(Double::valueOf).toList();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "schedule '"
              + name
              + "': expected 'step' and shares of training in (0, 1), as in 'step 0.5 0.75'",
          e);
    }
  }
}
