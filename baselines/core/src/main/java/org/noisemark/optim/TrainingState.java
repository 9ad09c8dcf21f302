package org.noisemark.optim;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;

/**
 * What a method works on in one training: the parameters, vectors like them, the first-order
 * optimizer that descends, and random numbers of its own. Not thread-safe.
 */
public final class TrainingState {
  private final Vector w;
  private final Vector saved;
  private final ParameterLayout layout;
  private final Supplier<Vector> zeros;
  private final Descent.State descent;
  private final Schedule schedule;
  private final long totalSteps;
  private final UniformRandomProvider random;
  private long step;

  /**
   * Trains the parameters of a model.
   *
   * @param seed of the training
   */
  public TrainingState(
      Model model, Descent descent, Schedule schedule, long totalSteps, long seed) {
    this(model.parameters(), model.layout(), model::newVector, descent, schedule, totalSteps, seed);
  }

  /**
   * Trains any vector, an analytic function's argument for one.
   *
   * @param w changed in place
   * @param zeros makes a new vector of zeros like w
   * @throws IllegalArgumentException if there is no step to take
   */
  public TrainingState(
      Vector w,
      ParameterLayout layout,
      Supplier<Vector> zeros,
      Descent descent,
      Schedule schedule,
      long totalSteps,
      long seed) {
    Settings.require(totalSteps >= 1, "a training has at least 1 step, got " + totalSteps);
    this.w = w;
    this.saved = zeros.get();
    this.layout = layout;
    this.zeros = zeros;
    this.descent = descent.start(zeros);
    this.schedule = schedule;
    this.totalSteps = totalSteps;
    this.random = Seeds.generator(seed, "optimizer");
  }

  /** Returns the parameters themselves. */
  public Vector w() {
    return w;
  }

  public ParameterLayout layout() {
    return layout;
  }

  /** Returns a new vector of zeros like the parameters. */
  public Vector newVector() {
    return zeros.get();
  }

  public long totalSteps() {
    return totalSteps;
  }

  /** Returns the number of the step, counted from 0: how often {@link #descend} was called. */
  public long step() {
    return step;
  }

  /** Returns the learning rate of this step. */
  public double learningRate() {
    return schedule.learningRate(step, totalSteps);
  }

  /** Returns the first learning rate of the schedule, warm-up apart: its largest. */
  public double peakLearningRate() {
    return schedule.peak();
  }

  /** Returns the random numbers of the method, a function of the training's seed. */
  public UniformRandomProvider random() {
    return random;
  }

  /**
   * Returns the direction in which {@link #descend} would go on without a new gradient: SGD's
   * velocity, AdamW's first moment. Not to be changed.
   */
  public Vector momentum() {
    return descent.momentum();
  }

  /**
   * Takes the loss and gradient of an objective at other parameters, w + ρ d / ‖d‖, and puts w
   * back, bit for bit.
   *
   * @param d a direction like w; its zero moves nothing
   * @param gradient overwritten; may be d
   */
  public Loss perturbed(double rho, Vector d, Objective objective, Vector gradient, Pass pass) {
    return perturbed(
        w -> w.axpyNormalized(rho, d, d, Perturbation.NORM_GUARD), objective, gradient, pass);
  }

  /** Likewise where w is after any move. */
  Loss perturbed(Consumer<Vector> move, Objective objective, Vector gradient, Pass pass) {
    save();
    move.accept(w);
    Loss loss = objective.lossAndGradient(gradient, pass);
    restore();
    return loss;
  }

  /** Keeps the parameters for {@link #restore}. */
  public void save() {
    saved.copyFrom(w);
  }

  /** Puts the kept parameters back, bit for bit. */
  public void restore() {
    w.copyFrom(saved);
  }

  /**
   * Ends the step: the first-order optimizer moves the parameters along a gradient.
   *
   * @param g undefined afterwards
   */
  public void descend(Vector g) {
    descent.descend(w, g, learningRate());
    step++;
  }
}
