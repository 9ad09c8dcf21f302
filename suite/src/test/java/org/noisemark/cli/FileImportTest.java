package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.datasets.DataFile;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.DatasetDefinition;
import org.noisemark.datasets.FileCheck;

/** Taking over files of a data set that the user has got by other means. */
class FileImportTest {
  private static final DataFile FILE = new DataFile("images", 4, "0".repeat(64));

  @TempDir Path folder;

  /** A data set of one file, which is good wherever it is looked for. */
  private static final class OneFile implements DatasetDefinition {
    @Override
    public String name() {
      return "one-file";
    }

    @Override
    public String summary() {
      return "for tests";
    }

    @Override
    public String licence() {
      return "public domain";
    }

    @Override
    public Dataset load(DataHome home) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<FileCheck> verify(DataHome home) {
      return List.of(
          new FileCheck(FILE, "all.zip, images", Optional.of(FILE.sha256()), Optional.empty()));
    }

    @Override
    public byte[] payload(DataHome home, DataFile file) {
      return "good".getBytes(StandardCharsets.UTF_8);
    }
  }

  @Test
  void replacesWhatIsDamagedAndLeavesWhatIsTheSame() throws IOException {
    var target = folder.resolve("home/images");
    var given = new DataHome(folder);
    Imports.copy(new OneFile(), given, target.getParent());
    assertEquals("good", Files.readString(target));

    Files.writeString(target, "damaged");
    Imports.copy(new OneFile(), given, target.getParent());
    assertEquals("good", Files.readString(target));

    var old = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(target, old);
    Imports.copy(new OneFile(), given, target.getParent());
    assertEquals(old, Files.getLastModifiedTime(target));
  }
}
