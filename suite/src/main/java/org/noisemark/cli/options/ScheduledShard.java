package org.noisemark.cli.options;

import java.util.Map;

/** The part of a plan that a scheduler's environment variables give a process. */
final class ScheduledShard {
  /** Set by the user: Kubernetes tells a pod its index, but not how many there are. */
  static final String COUNT = "NOISEMARK_SHARDS";

  private static final String KUBERNETES = "JOB_COMPLETION_INDEX";
  private static final String SLURM = "SLURM_ARRAY_TASK_";

  private ScheduledShard() {}

  /**
   * Returns the part of a task of a Slurm job array or of a pod of an indexed Kubernetes job.
   *
   * @throws IllegalArgumentException in one line, if there is neither, a variable is missing or no
   *     number, or the array's indices have gaps
   */
  static Shard of(Map<String, String> environment) {
    if (environment.containsKey(SLURM + "ID")) {
      return ofSlurm(environment);
    }
    if (environment.containsKey(KUBERNETES)) {
      return within(
          number(environment, KUBERNETES), number(environment, COUNT), KUBERNETES + " from 0 on");
    }
    throw new IllegalArgumentException(
        "found neither "
            + SLURM
            + "ID, which Slurm sets in a job array, nor "
            + KUBERNETES
            + ", which Kubernetes sets in an indexed job");
  }

  private static Shard ofSlurm(Map<String, String> environment) {
    int count = number(environment, SLURM + "COUNT");
    int least = number(environment, SLURM + "MIN");
    int step = environment.containsKey(SLURM + "STEP") ? number(environment, SLURM + "STEP") : 1;
    int from = number(environment, SLURM + "ID") - least;
    boolean hasGaps =
        environment.containsKey(SLURM + "MAX")
            && number(environment, SLURM + "MAX") - least != (count - 1L) * step;
    if (step < 1 || from % step != 0 || hasGaps) {
      throw new IllegalArgumentException(
          "the job array's indices have gaps, expected such as sbatch --array=1-" + count);
    }
    return within(from / step, count, SLURM + "ID from " + least + " on");
  }

  private static Shard within(int index, int count, String what) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "place " + (index + 1L) + " of " + count + ", expected " + what + ", and as many places");
    }
    return new Shard(index + 1, count);
  }

  private static int number(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    if (!value.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          variable + " is '" + value + "', expected a whole number" + hint(variable));
    }
    return Integer.parseInt(value);
  }

  private static String hint(String variable) {
    return variable.equals(COUNT) ? ": the completions of the job" : "";
  }
}
