package org.noisemark.suite.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.noisemark.engine.Device;

/**
 * What is asked of a cluster.
 *
 * @param address of the cluster, "spark://host:7077"
 * @param settings of the cluster's own, by name; they win over what we would choose
 * @param workers cells side by side in one process of the cluster; empty for what the address says
 * @param device on which they are trained
 * @param directory of the suite, as this process sees it
 * @param records where processes of the cluster write records, too: a URI of Hadoop's file systems;
 *     empty for the directory, if they see it
 * @param timeout for each cell; zero for none
 * @param retryFailed whether a record found there whose status is not ok counts as none
 */
public record ClusterRequest(
    String address,
    Map<String, String> settings,
    OptionalInt workers,
    Device device,
    Path directory,
    Optional<String> records,
    Duration timeout,
    boolean retryFailed) {
  public ClusterRequest {
    settings = Map.copyOf(settings);
  }
}
