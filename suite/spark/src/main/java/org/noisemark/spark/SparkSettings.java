package org.noisemark.spark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.noisemark.engine.Device;
import org.noisemark.gpu.CudaLibraries;
import org.noisemark.spark.Master.Kind;
import org.noisemark.suite.cluster.ClusterRequest;

/** The configuration of Spark for a run. What the user sets wins. */
final class SparkSettings {
  /** What bin/noisemark sets for engines before the JVM starts; values where it did not. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "OMP_NUM_THREADS", "1",
          "OPENBLAS_NUM_THREADS", "1",
          "MKL_NUM_THREADS", "1",
          "OMP_WAIT_POLICY", "passive",
          "MALLOC_MMAP_THRESHOLD_", "33554432",
          "MALLOC_TRIM_THRESHOLD_", "4294967296",
          "CUDA_DEVICE_ORDER", "PCI_BUS_ID",
          "NOISEMARK_DATA", "");

  private static final String JVM =
      "-XX:+UseParallelGC -Dfile.encoding=UTF-8 -Dorg.bytedeco.javacpp.maxPhysicalBytes=0"
          + " --enable-native-access=ALL-UNNAMED";

  /** What runs code for whoever connects listens to this machine alone. */
  static final String LOOPBACK = "127.0.0.1";

  private SparkSettings() {}

  /** Returns how many cells an executor trains side by side. */
  static int workers(ClusterRequest request, Master master) {
    if (master.cores().isEmpty()) {
      int asked = Integer.parseInt(request.settings().getOrDefault("spark.executor.cores", "1"));
      return request.workers().orElse(asked);
    }
    int cores = master.cores().getAsInt();
    if (request.workers().orElse(cores) != cores) {
      throw new IllegalArgumentException(
          "--workers is "
              + request.workers().getAsInt()
              + ", but --cluster "
              + request.address()
              + " says "
              + cores);
    }
    return cores;
  }

  /**
   * @param attempts after how many lost attempts a cell is given up; as many more are left to write
   *     that down
   */
  static SparkConf of(ClusterRequest request, Master master, int workers, int attempts)
      throws IOException {
    var conf = new SparkConf().setMaster(master.address());
    conf.setIfMissing("spark.app.name", "noisemark");
    defaults(request, master, workers).forEach(conf::setIfMissing);
    request.settings().forEach(conf::set);
    if (master.kind() == Kind.LOCAL) {
      // Without a number of failures a local master gives a whole job up at the first.
      conf.setMaster("local[" + workers + "," + 2 * attempts + "]");
    }
    conf.set("spark.task.maxFailures", Integer.toString(2 * attempts));
    return conf;
  }

  private static Map<String, String> defaults(ClusterRequest request, Master master, int workers)
      throws IOException {
    var settings = new LinkedHashMap<String, String>();
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.ui.retainedJobs", "50");
    settings.put("spark.ui.retainedStages", "50");
    settings.put("spark.ui.retainedTasks", "1000");
    settings.put("spark.executor.heartbeatInterval", "5s");
    settings.put("spark.driver.maxResultSize", "0"); // parameters may be large
    settings.put("spark.locality.wait", "0s");
    ENVIRONMENT.forEach(
        (name, usual) -> {
          String value = System.getenv().getOrDefault(name, usual);
          if (!value.isEmpty()) {
            settings.put("spark.executorEnv." + name, value);
          }
        });
    String libraries = System.getProperty(CudaLibraries.GIVEN);
    settings.put(
        "spark.executor.defaultJavaOptions",
        JVM + (libraries == null ? "" : " -D" + CudaLibraries.GIVEN + "=" + libraries));
    settings.put(
        "spark.files",
        ExecutorClassPath.plugins().stream()
            .map(jar -> jar.toUri().toString())
            .collect(Collectors.joining(",")));
    switch (master.kind()) {
      case LOCAL -> {
        settings.put("spark.driver.host", LOOPBACK);
      }
      case LOCAL_CLUSTER -> {
        settings.put("spark.driver.host", LOOPBACK);
        settings.put("spark.executor.memory", master.mebibytes().getAsInt() + "m");
        settings.put("spark.executor.extraClassPath", ExecutorClassPath.whole());
      }
      case REMOTE -> {
        settings.put("spark.executor.cores", Integer.toString(workers));
        settings.put("spark.jars", ExecutorClassPath.shipped());
        settings.put("spark.executor.userClassPathFirst", "true");
      }
    }
    if (request.device() == Device.CUDA && master.kind() != Kind.LOCAL) {
      settings.put("spark.executor.resource.gpu.amount", "1");
      settings.put("spark.task.resource.gpu.amount", Double.toString(1.0 / workers));
    }
    settings.values().removeIf(String::isEmpty);
    return settings;
  }
}
