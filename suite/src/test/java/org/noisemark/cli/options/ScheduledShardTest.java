package org.noisemark.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledShardTest {
  @ParameterizedTest
  @CsvSource({
    "ARRAY_TASK_ID=1 ARRAY_TASK_COUNT=4 ARRAY_TASK_MIN=1 ARRAY_TASK_MAX=4, 1, 4",
    "ARRAY_TASK_ID=3 ARRAY_TASK_COUNT=4 ARRAY_TASK_MIN=0 ARRAY_TASK_MAX=3, 4, 4",
    "ARRAY_TASK_ID=9 ARRAY_TASK_COUNT=3 ARRAY_TASK_MIN=5 ARRAY_TASK_MAX=9 ARRAY_TASK_STEP=2, 3, 3",
    "ARRAY_TASK_ID=0 ARRAY_TASK_COUNT=1 ARRAY_TASK_MIN=0, 1, 1",
    "JOB_COMPLETION_INDEX=0 NOISEMARK_SHARDS=3, 1, 3",
    "JOB_COMPLETION_INDEX=2 NOISEMARK_SHARDS=3, 3, 3"
  })
  void isThePlaceThatTheSchedulerGave(String variables, int index, int count) {
    assertEquals(new Shard(index, count), ScheduledShard.of(environment(variables)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', found neither SLURM_ARRAY_TASK_ID",
    "ARRAY_TASK_ID=1 ARRAY_TASK_MIN=1, SLURM_ARRAY_TASK_COUNT is ''",
    "ARRAY_TASK_ID=x ARRAY_TASK_COUNT=2 ARRAY_TASK_MIN=1, SLURM_ARRAY_TASK_ID is 'x'",
    "ARRAY_TASK_ID=7 ARRAY_TASK_COUNT=3 ARRAY_TASK_MIN=1 ARRAY_TASK_MAX=7, gaps",
    "ARRAY_TASK_ID=2 ARRAY_TASK_COUNT=2 ARRAY_TASK_MIN=1 ARRAY_TASK_MAX=3 ARRAY_TASK_STEP=2, gaps",
    "ARRAY_TASK_ID=5 ARRAY_TASK_COUNT=4 ARRAY_TASK_MIN=1, place 5 of 4",
    "JOB_COMPLETION_INDEX=0, NOISEMARK_SHARDS is ''",
    "JOB_COMPLETION_INDEX=3 NOISEMARK_SHARDS=3, place 4 of 3"
  })
  void refusesWhatGivesNoPlace(String variables, String names) {
    var environment = environment(variables);
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> ScheduledShard.of(environment));
    assertTrue(refusal.getMessage().contains(names), refusal.getMessage());
  }

  private static Map<String, String> environment(String variables) {
    return Arrays.stream(variables.split(" "))
        .filter(each -> !each.isEmpty())
        .map(each -> each.startsWith("ARRAY") ? "SLURM_" + each : each)
        .collect(Collectors.toMap(each -> each.split("=")[0], each -> each.split("=")[1]));
  }
}
