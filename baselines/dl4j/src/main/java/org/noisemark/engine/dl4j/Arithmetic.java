package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** BLAS level 1 on contiguous arrays. */
final class Arithmetic {
  private Arithmetic() {}

  /** y ← a · x + b · y; with b = 0, what y held is ignored. */
  static void axpby(double a, INDArray x, double b, INDArray y) {
    Level1 blas = Nd4j.getBlasWrapper().level1();
    long n = y.length();
    if (x == y) {
      blas.scal(n, a + b, y);
    } else if (b == 0) {
      blas.copy(x, y);
      scale(blas, n, a, y);
    } else {
      scale(blas, n, b, y);
      blas.axpy(n, a, x, y);
    }
  }

  private static void scale(Level1 blas, long n, double factor, INDArray y) {
    if (factor != 1) {
      blas.scal(n, factor, y);
    }
  }

  static double dot(INDArray x, INDArray y) {
    return Nd4j.getBlasWrapper().level1().dot(x.length(), 1, x, y);
  }
}
