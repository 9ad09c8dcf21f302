package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's recipe for Slurm, with a stand-in for {@code sbatch} that starts the tasks of an
 * array side by side, each with the variables that Slurm sets.
 */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class JobArrayTest {
  private static final String SBATCH =
      """
      set -eu
      array=$(sed -n 's/^#SBATCH --array=//p' "$1")
      SLURM_CPUS_PER_TASK=$(sed -n 's/^#SBATCH --cpus-per-task=//p' "$1")
      SLURM_ARRAY_TASK_MIN=${array%-*} SLURM_ARRAY_TASK_MAX=${array#*-} SLURM_ARRAY_TASK_STEP=1
      SLURM_ARRAY_TASK_COUNT=$((SLURM_ARRAY_TASK_MAX - SLURM_ARRAY_TASK_MIN + 1))
      export SLURM_CPUS_PER_TASK SLURM_ARRAY_TASK_MIN SLURM_ARRAY_TASK_MAX SLURM_ARRAY_TASK_STEP
      export SLURM_ARRAY_TASK_COUNT
      for task in $(seq "$SLURM_ARRAY_TASK_MIN" "$SLURM_ARRAY_TASK_MAX"); do
        SLURM_ARRAY_TASK_ID=$task sh "$1" >"slurm-1_$task.out" 2>&1 &
      done
      wait
      """;

  @TempDir Path folder;

  @Test
  void itsTasksTrainThePlanBetweenThem() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("job.sh"), recipe());
    Files.writeString(
        folder.resolve("my-suite.yaml"),
        """
        name: my-suite
        version: 1.0.0
        summary: three cells
        datasets: [fashion-mnist-mini]
        noises: [{kind: clean}]
        networks: [mlp]
        optimizers: [{name: sgd}, {name: sam}, {name: psam}]
        training: {epochs: 1, batch_size: 500, learning_rate: 0.05}
        seeds: [1]
        """);
    var program =
        String.join(
            " ",
            "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
            "-cp '" + System.getProperty("java.class.path") + "'",
            "org.noisemark.cli.Main \"$@\"\n");
    script("noisemark", program);
    script("sbatch", SBATCH);
    assertEquals(0, start("sbatch", "job.sh"));
    assertEquals(
        0,
        start("sh", "-c", "noisemark report parts/* --out results >merged 2>&1"),
        () -> read("slurm-1_1.out") + read("slurm-1_2.out") + read("merged"));
    var first = cells("parts/1");
    var second = cells("parts/2");
    assertEquals(2, first.size());
    assertEquals(1, second.size());
    first.addAll(second);
    assertEquals(3, first.size());
    assertEquals(first, cells("results"));
    assertTrue(read("merged").contains("3 runs; reports in results"), read("merged"));
  }

  private static String recipe() throws IOException {
    var block = Pattern.compile("```sh\\n(#!/bin/sh\\n#SBATCH.*?)```", Pattern.DOTALL);
    var match = block.matcher(Files.readString(Path.of("README.md")));
    assertTrue(match.find(), "the README has no recipe for Slurm");
    return match.group(1);
  }

  private HashSet<String> cells(String part) throws IOException {
    var names = new HashSet<String>();
    try (var files = Files.list(folder.resolve(part).resolve("cells"))) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      return file + ": " + e;
    }
  }

  private void script(String name, String body) throws IOException {
    var file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body);
    assertTrue(file.toFile().setExecutable(true));
  }

  private int start(String... command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("env", "--").directory(folder.toFile());
    builder.command().addAll(List.of(command));
    builder
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    return builder.redirectErrorStream(true).inheritIO().start().waitFor();
  }
}
