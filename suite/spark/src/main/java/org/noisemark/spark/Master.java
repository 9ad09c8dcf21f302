package org.noisemark.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The address of a cluster, as Spark reads it.
 *
 * @param kind what stands behind it
 * @param cores of an executor, where the address says it
 * @param mebibytes of an executor's heap, where the address says it
 */
record Master(String address, Kind kind, OptionalInt cores, OptionalInt mebibytes) {
  /** Where executors run. */
  enum Kind {
    /** In the driver's process. */
    LOCAL,
    /** In processes of the driver's machine, started by it. */
    LOCAL_CLUSTER,
    /** On machines that share nothing with the driver. */
    REMOTE
  }

  private static final Pattern LOCAL = Pattern.compile("local(\\[(\\d{1,6}|\\*)(,\\d{1,6})?])?");
  private static final Pattern LOCAL_CLUSTER =
      Pattern.compile("local-cluster\\[(\\d{1,6}),(\\d{1,6}),(\\d{1,9})]");
  private static final Pattern STANDALONE =
      Pattern.compile("spark://[^\\s:,/]+:\\d{1,5}(,[^\\s:,/]+:\\d{1,5})*");
  private static final Pattern MANAGED = Pattern.compile("yarn|k8s://\\S+");
  private static final int PATIENCE_MILLISECONDS = 5_000;

  /**
   * @throws IllegalArgumentException in one line, if it is none
   */
  static Master of(String address) {
    var local = LOCAL.matcher(address);
    if (local.matches()) {
      String count = local.group(2) == null ? "1" : local.group(2);
      int cores =
          count.equals("*")
              ? Runtime.getRuntime().availableProcessors()
              : positive(address, count, "threads");
      return new Master(address, Kind.LOCAL, OptionalInt.of(cores), OptionalInt.empty());
    }
    var cluster = LOCAL_CLUSTER.matcher(address.replace(" ", ""));
    if (cluster.matches()) {
      positive(address, cluster.group(1), "executors");
      int cores = positive(address, cluster.group(2), "cores");
      int memory = positive(address, cluster.group(3), "MiB");
      return new Master(address, Kind.LOCAL_CLUSTER, OptionalInt.of(cores), OptionalInt.of(memory));
    }
    if (STANDALONE.matcher(address).matches() || MANAGED.matcher(address).matches()) {
      return new Master(address, Kind.REMOTE, OptionalInt.empty(), OptionalInt.empty());
    }
    throw new IllegalArgumentException(
        "--cluster is '"
            + address
            + "', expected spark://HOST:PORT, local-cluster[executors,cores,MiB], local[threads],"
            + " yarn, k8s://URL or spark-submit");
  }

  private static int positive(String address, String count, String what) {
    int value = Integer.parseInt(count);
    if (value < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "--cluster is '%s', expected at least 1 of its %s", address, what));
    }
    return value;
  }

  /**
   * Finds in seconds what Spark would find in a minute.
   *
   * @throws IllegalArgumentException in one line, if no standalone master answers
   */
  void requireAnswer() {
    if (!address.startsWith("spark://")) {
      return;
    }
    var reasons = new StringBuilder();
    for (String each : address.substring("spark://".length()).split(",")) {
      int colon = each.lastIndexOf(':');
      try (var socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(
                each.substring(0, colon), Integer.parseInt(each.substring(colon + 1))),
            PATIENCE_MILLISECONDS);
        return;
      } catch (IOException | IllegalArgumentException e) {
        reasons.append(reasons.isEmpty() ? "" : "; ").append(each).append(": ");
        reasons.append(e.getMessage());
      }
    }
    throw new IllegalArgumentException("--cluster: no Spark master answers (" + reasons + ")");
  }
}
