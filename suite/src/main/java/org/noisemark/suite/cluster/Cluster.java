package org.noisemark.suite.cluster;

import java.io.IOException;
import java.util.ServiceLoader;
import org.noisemark.suite.harness.CellExecutor;

/** Machines that train cells, behind an address. */
public interface Cluster {
  /** What trains there. Closing it gives the machines back. */
  interface Executor extends CellExecutor, AutoCloseable {
    @Override
    void close();
  }

  /**
   * Connects to a cluster.
   *
   * @throws IllegalArgumentException in one line, if the address or a setting is wrong, or nobody
   *     answers there
   * @throws IOException if the folder for records cannot be used
   */
  Executor connect(ClusterRequest request) throws IOException;

  /**
   * Returns the cluster that this program was started with.
   *
   * @throws IllegalArgumentException if it was started without any
   */
  static Cluster installed() {
    return ServiceLoader.load(Cluster.class)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--cluster needs the jars of the module suite/spark, which bin/noisemark adds"
                        + " where --cluster stands behind the verb"));
  }
}
