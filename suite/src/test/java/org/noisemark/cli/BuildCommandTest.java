package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noisemark.gpu.CudaBuild;

/** The command that the doctor advises is the one that README and launcher know. */
class BuildCommandTest {
  @ParameterizedTest
  @EnumSource(CudaBuild.class)
  void isKeptByTheLauncherAndToldByTheReadme(CudaBuild build) throws IOException {
    var profile = build.command().replaceAll(".* -P(\\S+) .*", "$1");
    var pom = Files.readString(Path.of("pom.xml"));
    assertTrue(
        pom.contains("<launcher.profile>" + profile + "</launcher.profile>"),
        "a later build by the launcher would lose " + profile);
    assertTrue(Files.readString(Path.of("..", "README.md")).contains("-P" + profile), profile);
  }
}
