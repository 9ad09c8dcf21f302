package org.noisemark.engine.reference;

/** body(x) + shortcut(x). */
record ResidualLayer(Chain body, Chain shortcut) implements ReferenceLayer {
  @Override
  public double[][] forward(double[][] x, Pass pass) {
    return sum(body.forward(x, pass), shortcut.forward(x, pass));
  }

  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    return sum(body.backward(upstream, gradient), shortcut.backward(upstream, gradient));
  }

  private static double[][] sum(double[][] a, double[][] b) {
    var sum = new double[a.length][];
    for (int n = 0; n < a.length; n++) {
      sum[n] = new double[a[n].length];
      for (int i = 0; i < a[n].length; i++) {
        sum[n][i] = a[n][i] + b[n][i];
      }
    }
    return sum;
  }
}
