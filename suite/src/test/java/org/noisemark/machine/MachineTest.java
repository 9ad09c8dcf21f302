package org.noisemark.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.gpu.Gpu;
import org.noisemark.nn.Network;

class MachineTest {
  @TempDir Path folder;

  @Test
  void describesThisMachine() {
    var environment = Machine.environment(new NamedEngine(), Device.CPU, 3);
    assertFalse(environment.cpuModel().isEmpty());
    assertEquals(Runtime.getRuntime().availableProcessors(), environment.cpuCores());
    assertTrue(environment.memoryBytes() % (1L << 30) == 0, "memory " + environment.memoryBytes());
    assertEquals("", environment.gpuModel());
    assertEquals(0, environment.gpuCount());
    assertTrue(environment.jvm().endsWith(System.getProperty("java.version")), environment.jvm());
    assertEquals(Map.of("blas", "1.2"), environment.engineVersions());
    assertEquals(3, environment.workers());
    assertTrue(Machine.program().version().matches("\\d+\\.\\d+\\.\\d+.*"));
    assertTrue(Machine.program().gitCommit().matches("([0-9a-f]{40}(-dirty)?)?"));
  }

  @Test
  void readsAProcessorsName() throws IOException {
    var cpuinfo = folder.resolve("cpuinfo");
    Files.writeString(
        cpuinfo,
        "processor\t: 0\nmodel\t\t: 1\nmodel name\t: Fast  CPU @ 2.5GHz\n\nprocessor\t: 1\n");
    assertEquals("Fast CPU @ 2.5GHz", Processor.model(cpuinfo));
  }

  @Test
  void fallsBackToTheArchitecture() throws IOException {
    var cpuinfo = folder.resolve("cpuinfo");
    assertEquals(System.getProperty("os.arch"), Processor.model(cpuinfo));
    Files.writeString(cpuinfo, "processor\t: 0\nCPU implementer\t: 0x41\n");
    assertEquals(System.getProperty("os.arch"), Processor.model(cpuinfo));
  }

  @Test
  void publishesNoFlagWithAPathAUserOrAHost() {
    assertEquals(
        List.of("-Xmx4g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Da.b=true"),
        JvmFlags.publishable(
            List.of(
                "-Xmx4g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Da.b=true",
                "-Duser.name=ada",
                "-Dfile=notes.txt",
                "-javaagent:agent.jar=host",
                "-agentlib:jdwp=transport=dt_socket,address=box:5005",
                "-XX:HeapDumpPath=/home/ada/dump",
                "-XX:OnOutOfMemoryError=mail ada",
                "-Xlog:gc:ada.log",
                "@/home/ada/arguments")));
  }

  @Test
  void listsTheThreadSettingsThatAreSet() {
    assertEquals(
        Map.of("OMP_NUM_THREADS", "1", "OMP_WAIT_POLICY", "passive"),
        ThreadSettings.of(
            Map.of("OMP_NUM_THREADS", "1", "OMP_WAIT_POLICY", "passive", "USER", "ada")));
  }

  @Test
  void marksABuildFromAChangedTree() {
    assertEquals("abc", build("abc", "false").commit());
    assertEquals("abc-dirty", build("abc", "true").commit());
    assertEquals("", build("", "true").commit());
  }

  @Test
  void namesEachModelOfGpuOnce() {
    var h100 = new Gpu(0, "GPU-1", "NVIDIA H100 80GB HBM3", 90, "580.95.05", 80L << 30);
    var twin = new Gpu(1, "GPU-2", "NVIDIA H100 80GB HBM3", 90, "580.95.05", 80L << 30);
    var l4 = new Gpu(2, "GPU-3", "NVIDIA L4", 89, "580.95.05", 24L << 30);
    assertEquals("NVIDIA H100 80GB HBM3, NVIDIA L4", Machine.models(List.of(h100, twin, l4)));
    assertEquals("", Machine.models(List.of()));
  }

  private static Build build(String commit, String dirty) {
    var properties = new Properties();
    properties.setProperty("version", "1.0.0");
    properties.setProperty("commit", commit);
    properties.setProperty("dirty", dirty);
    return Build.of(properties);
  }

  private static final class NamedEngine implements Engine {
    @Override
    public String name() {
      return "named";
    }

    @Override
    public List<String> precisions(Device device) {
      return List.of("float32");
    }

    @Override
    public Optional<String> obstacle(Device device) {
      return Optional.empty();
    }

    @Override
    public Map<String, String> versions() {
      return Map.of("blas", "1.2");
    }

    @Override
    public Model build(Network network, Device device, String precision) {
      throw new UnsupportedOperationException();
    }
  }
}
