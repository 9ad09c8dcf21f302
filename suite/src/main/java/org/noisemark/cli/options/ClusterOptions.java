package org.noisemark.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.noisemark.suite.cluster.Cluster;
import org.noisemark.suite.cluster.ClusterRequest;
import org.noisemark.suite.plan.Cells;
import org.noisemark.suite.plan.Plan;
import picocli.CommandLine.Option;

/** Which cluster trains, if any. */
public final class ClusterOptions {
  @Option(
      names = "--cluster",
      paramLabel = "URL",
      description = {
        "Train on Apache Spark: spark://HOST:PORT, local-cluster[n,cores,MiB], local[n], yarn,",
        "k8s://URL, or spark-submit for the one it was submitted to. --workers is then how many",
        "cells a process trains side by side; 1."
      })
  private String address;

  @Option(
      names = "--cluster-conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.executor.memory=4g; repeatable.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--records",
      paramLabel = "URI",
      description = {
        "Where the cluster's processes write each record, too, such as hdfs://… or s3a://…, so",
        "that none is lost with this process; the folder of --out, where they see it."
      })
  private String records;

  /** Returns whether one is asked for. */
  public boolean isAsked() {
    return address != null;
  }

  /**
   * Connects to the one that is asked for.
   *
   * @throws IllegalArgumentException in one line, if that does not work
   */
  public Cluster.Executor connect(
      Plan plan, PlanOptions options, Path directory, Duration timeout, boolean retryFailed)
      throws IOException {
    return Cluster.installed()
        .connect(
            new ClusterRequest(
                address,
                settings,
                options.workersAsked(),
                Cells.device(plan.cells().get(0)),
                directory.toAbsolutePath(),
                Optional.ofNullable(records),
                timeout,
                retryFailed));
  }

  /**
   * Checks that what only a cluster knows is asked of one.
   *
   * @throws IllegalArgumentException if not
   */
  public void check() {
    if (!isAsked() && records != null) {
      throw new IllegalArgumentException("--records is for runs with --cluster");
    }
    if (!isAsked() && !settings.isEmpty()) {
      throw new IllegalArgumentException("--cluster-conf is for runs with --cluster");
    }
  }
}
