package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.gpu.CudaBuild;

/**
 * The program as users start it, in a JVM of its own, on machines whose {@code nvidia-smi} is a
 * script: what a build for the CPU answers to {@code --device cuda}.
 */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class GpuRequestTest {
  private record Answer(int exitCode, String out, String err) {}

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          libtorch | ''                                                   | no NVIDIA driver found
          dl4j     | No devices were found                                | 'No devices were found'
          libtorch | 0, GPU-1, NVIDIA H100, 580.95.05, 81559, 9.0         | build it by: ./mvnw -q -DskipTests -Pcuda12 package
          dl4j     | 0, GPU-1, NVIDIA H100, 580.95.05, 81559, 9.0         | no build of it fits, but engine libtorch does
          libtorch | 0, GPU-1, NVIDIA B200, 580.95.05, 183359, 10.0       | build it by: ./mvnw -q -DskipTests -Pcuda13 package
          libtorch | 0, GPU-1, NVIDIA RTX 5090, 570.86.15, 32607, 12.0    | no build of any engine fits
          libtorch | 0, GPU-1, Tesla K80, 470.256.02, 11441, 3.7          | engine dl4j does
          """)
  void isOneLineAndExitCode2(String engine, String nvidiaSmi, String expected)
      throws IOException, InterruptedException {
    var out = folder.resolve("out");
    var answer =
        start(nvidiaSmi, "run", "--engine", engine, "--device", "cuda", "--out", out.toString());
    assertEquals(2, answer.exitCode(), answer.err());
    assertEquals("", answer.out());
    assertTrue(answer.err().matches("noisemark: .*\\R"), answer.err());
    assertTrue(answer.err().contains(expected), answer.err());
    assertTrue(Files.notExists(out));
  }

  @Test
  void theDoctorFindsLibrariesInTheGivenFolder() throws IOException, InterruptedException {
    var libraries = Files.createDirectory(folder.resolve("cuda"));
    for (var library : CudaBuild.LIBTORCH_CUDA_13.needed()) {
      Files.createFile(libraries.resolve(library.file()));
    }
    var gpu = "0, GPU-1, NVIDIA B200, 580.95.05, 183359, 10.0";
    var answer = start(gpu, "doctor", "--cuda-libs", libraries.toString());
    assertEquals(0, answer.exitCode(), answer.err());
    var lines = answer.out().lines().toList();
    for (var line :
        List.of(
            "  gpu 0                NVIDIA B200 (compute capability 10.0), 179.1 GiB, driver"
                + " 580.95.05",
            "  libtorch cuda13      fits: ./mvnw -q -DskipTests -Pcuda13 package")) {
      assertTrue(lines.contains(line), answer.out());
    }
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.matches(
                        "  advice +libtorch takes \\d+\\.\\d\\d times dl4j's time on cnn:"
                            + " (run with --engine libtorch|stay with dl4j)")),
        answer.out());
  }

  /**
   * @param nvidiaSmi what it says; empty for a machine without
   */
  private Answer start(String nvidiaSmi, String... arguments)
      throws IOException, InterruptedException {
    var bin = Files.createDirectory(folder.resolve("bin"));
    if (!nvidiaSmi.isEmpty()) {
      var script = bin.resolve("nvidia-smi");
      Files.writeString(script, "#!/bin/sh\necho '" + nvidiaSmi + "'\n");
      assertTrue(script.toFile().setExecutable(true));
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(java, "-cp", System.getProperty("java.class.path"), "org.noisemark.cli.Main"));
    command.addAll(List.of(arguments));
    var err = folder.resolve("err").toFile();
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(err);
    builder.environment().put("PATH", bin.toString());
    for (var name : List.of("CUDA_VISIBLE_DEVICES", "VIRTUAL_ENV", "CONDA_PREFIX")) {
      builder.environment().remove(name);
    }
    var process = builder.start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), out, Files.readString(err.toPath()));
  }
}
