package org.noisemark.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.noisemark.engine.Pass;
import org.noisemark.engine.reference.AnalyticFunction;
import org.noisemark.engine.reference.ReferenceVector;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.nn.ParameterLayout.Kind;
import org.noisemark.nn.ParameterLayout.Segment;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Sam;
import org.noisemark.optim.Schedule;
import org.noisemark.optim.TrainingState;

/** Against the explicit Hessian of ½ wᵀA w, whose eigenvalues are 1, 2 and 4, turned. */
class CurvatureTest {
  private static final double[][] A = {{2, 1, 0}, {1, 3, -1}, {0, -1, 2}};

  private static final AnalyticFunction FORM =
      (w, gradient) -> {
        double value = 0;
        for (int i = 0; i < 3; i++) {
          gradient[i] = 0;
          for (int j = 0; j < 3; j++) {
            gradient[i] += A[i][j] * w[j];
          }
          value += w[i] * gradient[i] / 2;
        }
        return value;
      };

  private final ReferenceVector w = ReferenceVector.of(0.3, -0.2, 1);
  private final TrainingState training =
      new TrainingState(
          w,
          new ParameterLayout(List.of(new Segment("0.weight", Kind.WEIGHT, 0, List.of(3, 1)))),
          () -> ReferenceVector.zeros(3),
          new Momentum(0, 0, false),
          new Schedule.Constant(0.1),
          1,
          1);
  private final Curvature curvature = new Curvature(training, FORM.at(w).batch());

  @Test
  void findsTheLargestEigenvalue() {
    assertEquals(4, curvature.largestEigenvalue(3, 1), 1e-9);
    assertArrayEquals(new double[] {0.3, -0.2, 1}, w.read());
  }

  @Test
  void estimatesTheTrace() {
    assertEquals(7, curvature.trace(2000, 1), 0.15);
  }

  @Test
  void measuresTheRiseToThePointOfAMethod() {
    var g = ReferenceVector.zeros(3);
    double here = FORM.at(w).batch().lossAndGradient(g, Pass.CLEAN).value();
    var there = ReferenceVector.of(0.3, -0.2, 1);
    there.axpy(0.1 / g.norm(), g);
    double raised =
        FORM.at(there).batch().lossAndGradient(ReferenceVector.zeros(3), Pass.CLEAN).value();
    assertEquals(raised - here, curvature.rise(new Sam(0.1).perturbation(training)), 1e-9);
    assertArrayEquals(new double[] {0.3, -0.2, 1}, w.read());
  }

  @Test
  void bisectsTridiagonalMatrices() {
    // Second differences: 2 − 2 cos(kπ/5), k = 1 … 4.
    assertEquals(
        2 + 2 * Math.cos(Math.PI / 5),
        Curvature.largestOfTridiagonal(List.of(2.0, 2.0, 2.0, 2.0), List.of(-1.0, -1.0, -1.0)),
        1e-12);
  }
}
