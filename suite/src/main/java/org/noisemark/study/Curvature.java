package org.noisemark.study;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.optim.Objective;
import org.noisemark.optim.Perturbation;
import org.noisemark.optim.TrainingState;

/**
 * Curvature of a loss where the parameters are. Products of the Hessian with a vector are central
 * differences of the gradient, H v ≈ (∇L(w + δv) − ∇L(w − δv)) / 2δ for v of norm 1. Leaves the
 * parameters as they were, bit for bit.
 */
final class Curvature {
  private static final double DELTA = 0.01;

  private final TrainingState training;
  private final Objective loss;
  private final Vector w;
  private final Vector there;

  Curvature(TrainingState training, Objective loss) {
    this.training = training;
    this.loss = loss;
    this.w = training.w();
    this.there = training.newVector();
  }

  /**
   * Returns the largest eigenvalue of the Hessian: the largest Ritz value of the Lanczos iteration
   * (Golub, Van Loan, Matrix Computations, 10.1), every vector made orthogonal to all before.
   *
   * @param iterations at least 1
   */
  double largestEigenvalue(int iterations, long seed) {
    List<Vector> basis = new ArrayList<>();
    Vector v = random(seed, "lanczos");
    v.axpby(1 / v.norm(), v, 0);
    var diagonal = new ArrayList<Double>();
    var beside = new ArrayList<Double>();
    for (int i = 0; i < iterations; i++) {
      basis.add(v);
      Vector next = timesHessian(v);
      diagonal.add(next.dot(v));
      for (Vector each : basis) {
        next.axpy(-next.dot(each), each);
      }
      double norm = next.norm();
      if (norm < 1e-9 || basis.size() == w.length()) {
        break;
      }
      beside.add(norm);
      next.axpby(1 / norm, next, 0);
      v = next;
    }
    return largestOfTridiagonal(diagonal, beside);
  }

  /**
   * Returns an estimate of the Hessian's trace: the mean of vᵀHv over vectors of random signs
   * (Hutchinson 1990).
   */
  double trace(int probes, long seed) {
    var random = Seeds.generator(seed, "hutchinson");
    double sum = 0;
    double length = Math.sqrt(w.length());
    for (int i = 0; i < probes; i++) {
      var signs = new double[w.length()];
      for (int j = 0; j < signs.length; j++) {
        signs[j] = (random.nextBoolean() ? 1 : -1) / length;
      }
      Vector v = training.newVector();
      v.write(signs);
      sum += timesHessian(v).dot(v) * w.length();
    }
    return sum / probes;
  }

  /** Returns how much the loss rises where a method perturbs to. */
  double rise(Perturbation perturbation) {
    Vector g = training.newVector();
    double here = value(loss.lossAndGradient(g, Pass.PERTURBED));
    there.copyFrom(w);
    perturbation.apply(w, g);
    double raised = value(loss.lossAndGradient(g, Pass.PERTURBED));
    w.copyFrom(there);
    return raised - here;
  }

  private static double value(Loss unread) {
    return unread.value();
  }

  private Vector random(long seed, String purpose) {
    var random = Seeds.generator(seed, purpose);
    var values = new double[w.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() - 0.5;
    }
    Vector v = training.newVector();
    v.write(values);
    return v;
  }

  private Vector timesHessian(Vector v) {
    Vector product = training.newVector();
    Vector below = training.newVector();
    there.copyFrom(w);
    w.axpy(DELTA, v);
    value(loss.lossAndGradient(product, Pass.PERTURBED));
    w.copyFrom(there);
    w.axpy(-DELTA, v);
    value(loss.lossAndGradient(below, Pass.PERTURBED));
    w.copyFrom(there);
    product.axpby(-1 / (2 * DELTA), below, 1 / (2 * DELTA));
    return product;
  }

  /** By bisection: a Sturm sequence counts the eigenvalues above a number. */
  static double largestOfTridiagonal(List<Double> diagonal, List<Double> beside) {
    double bound = 0;
    for (int i = 0; i < diagonal.size(); i++) {
      double left = i > 0 ? Math.abs(beside.get(i - 1)) : 0;
      double right = i < diagonal.size() - 1 ? Math.abs(beside.get(i)) : 0;
      bound = Math.max(bound, Math.abs(diagonal.get(i)) + left + right);
    }
    double low = -bound;
    double high = bound;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (anyAbove(middle, diagonal, beside)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static boolean anyAbove(double number, List<Double> diagonal, List<Double> beside) {
    double pivot = 1;
    for (int i = 0; i < diagonal.size(); i++) {
      double coupling = i > 0 ? beside.get(i - 1) : 0;
      pivot = diagonal.get(i) - number - (i > 0 ? coupling * coupling / pivot : 0);
      if (pivot > 0) {
        return true;
      }
      pivot = pivot == 0 ? -1e-300 : pivot;
    }
    return false;
  }
}
