package org.noisemark.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;

/**
 * What a method works on in one training: the parameters, vectors like them, the first-order
 * optimizer that descends, and random numbers of its own. All that a method carries from one step
 * to the next is in vectors and numbers of this, so that a training can be stopped and resumed: see
 * {@link #snapshot}. Not thread-safe.
 */
public final class TrainingState {
  private final Vector w;
  private final Vector saved;
  private final ParameterLayout layout;
  private final Supplier<Vector> zeros;
  private final Descent.State descent;
  private final Schedule schedule;
  private final long totalSteps;
  private final RestorableUniformRandomProvider random;
  private final List<Vector> vectors = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private long step;

  /** A number that a method carries from step to step. */
  public static final class Variable {
    private double value;

    private Variable(double value) {
      this.value = value;
    }

    public double get() {
      return value;
    }

    public void set(double newValue) {
      value = newValue;
    }
  }

  /**
   * A training between two steps.
   *
   * @param step number of the next one, from 0
   * @param vectors the parameters, and what else is carried on, in the order of their making
   * @param variables likewise
   * @param random state of the random numbers
   */
  public record Snapshot(long step, List<double[]> vectors, double[] variables, byte[] random) {}

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
    this.vectors.add(w);
    this.descent = descent.start(this::newVector);
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

  /** Returns a new vector of zeros like the parameters, whose values are carried on. */
  public Vector newVector() {
    Vector vector = zeros.get();
    vectors.add(vector);
    return vector;
  }

  /**
   * Returns a new vector of zeros like the parameters, whose values no step takes from the one
   * before it: they are written in each step, or once at the start.
   */
  public Vector newScratch() {
    return zeros.get();
  }

  /** Returns a new number that is carried on. */
  public Variable newVariable(double value) {
    var variable = new Variable(value);
    variables.add(variable);
    return variable;
  }

  /** Returns all that is carried on to the next step. Waits for the device. */
  public Snapshot snapshot() {
    return new Snapshot(
        step,
        vectors.stream().map(Vector::read).toList(),
        variables.stream().mapToDouble(Variable::get).toArray(),
        ((RandomProviderDefaultState) random.saveState()).getState());
  }

  /**
   * Goes on where another training of the same method was: the steps that follow are the same, bit
   * for bit.
   *
   * @throws IllegalArgumentException if the snapshot is of another method or network
   */
  public void restore(Snapshot snapshot) {
    Settings.require(
        snapshot.vectors().size() == vectors.size()
            && snapshot.variables().length == variables.size()
            && snapshot.vectors().stream().allMatch(v -> v.length == layout.length()),
        "the snapshot is of another training");
    for (int i = 0; i < vectors.size(); i++) {
      vectors.get(i).write(snapshot.vectors().get(i));
    }
    for (int i = 0; i < variables.size(); i++) {
      variables.get(i).set(snapshot.variables()[i]);
    }
    random.restoreState(new RandomProviderDefaultState(snapshot.random()));
    step = snapshot.step();
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
    descent.descend(w, g, learningRate(), step);
    step++;
  }
}
