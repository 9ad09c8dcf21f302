package org.noisemark.spark;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.Utils;
import org.noisemark.suite.cluster.Cluster;
import org.noisemark.suite.cluster.ClusterRequest;

/** Apache Spark. */
public final class SparkCluster implements Cluster {
  /** The address that stands for the one that {@code spark-submit} was given. */
  private static final String SUBMITTED = "spark-submit";

  private static final String MASTER = "spark.master";
  private static final String FAILURES = "spark.task.maxFailures";

  @Override
  public Cluster.Executor connect(ClusterRequest request) throws IOException {
    var master = Master.of(address(request));
    int workers = SparkSettings.workers(request, master);
    int attempts = attempts(request.settings());
    var conf = SparkSettings.of(request, master, workers, attempts);
    var records = records(request);
    var marker = ".cluster-" + UUID.randomUUID();
    var store = RecordStore.of(records, configuration(conf));
    master.requireAnswer();
    if (master.kind() == Master.Kind.LOCAL_CLUSTER) {
      Utils.setCustomHostname(SparkSettings.LOOPBACK); // its master and workers have no setting
    }
    var context = start(conf, request.address());
    try {
      store.write(marker, new byte[0]);
      var settings =
          new TaskSettings(
              records,
              marker,
              isDirectory(records, request.directory()),
              request.records().isPresent(),
              workers,
              attempts,
              request.timeout().toMillis(),
              request.retryFailed(),
              ExecutorClassPath.plugins().stream().map(SparkCluster::name).toList());
      return new SparkExecutor(context, settings, store, workers);
    } catch (IOException | RuntimeException e) {
      context.stop();
      throw e;
    }
  }

  private static String address(ClusterRequest request) {
    if (!request.address().equals(SUBMITTED)) {
      return request.address();
    }
    String submitted = System.getProperty(MASTER);
    if (submitted == null) {
      throw new IllegalArgumentException(
          "--cluster spark-submit is for runs that spark-submit started; name the cluster");
    }
    return submitted;
  }

  private static int attempts(Map<String, String> settings) {
    String text = settings.getOrDefault(FAILURES, System.getProperty(FAILURES, "4"));
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException(
          "--cluster-conf " + FAILURES + " is '" + text + "', expected a whole number from 1 on");
    }
    return Integer.parseInt(text);
  }

  private static Configuration configuration(SparkConf conf) {
    return SparkHadoopUtil.get().newConfiguration(conf);
  }

  /**
   * @throws IllegalArgumentException in one line, if Spark cannot start
   */
  private static SparkContext start(SparkConf conf, String address) {
    try {
      return new SparkContext(conf);
    } catch (Exception e) { // SparkException is checked, and no Scala method declares it
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--cluster %s: Spark does not start: %s",
              address,
              String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ")),
          e);
    }
  }

  /** Returns where executors write: a URI with a scheme, which is "file" for a path. */
  private static URI records(ClusterRequest request) {
    if (request.records().isEmpty()) {
      return request.directory().toAbsolutePath().toUri();
    }
    String text = request.records().get();
    try {
      var uri = new URI(text);
      return uri.getScheme() == null ? Path.of(text).toAbsolutePath().toUri() : uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("--records is '" + text + "', which is no URI", e);
    }
  }

  private static boolean isDirectory(URI records, Path directory) {
    return records.getScheme().equals("file")
        && Path.of(records.getPath()).normalize().equals(directory.toAbsolutePath().normalize());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
