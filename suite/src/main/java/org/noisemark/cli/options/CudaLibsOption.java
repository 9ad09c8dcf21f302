package org.noisemark.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import org.noisemark.gpu.CudaLibraries;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --cuda-libs}: shared by all commands that may compute on a GPU. */
public final class CudaLibsOption {
  /** Tells the engines, which are made where no command is known. */
  @Option(
      names = "--cuda-libs",
      paramLabel = "DIR",
      converter = Folder.class,
      description = "Where libraries of CUDA 13 and cuDNN 9 are, if in no usual place.")
  void use(Path folder) {
    if (folder != null) {
      System.setProperty(CudaLibraries.GIVEN, folder.toAbsolutePath().toString());
    }
  }

  /** Reads a folder that is there. */
  static final class Folder implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      var folder = Path.of(text);
      if (!Files.isDirectory(folder)) {
        throw new TypeConversionException("there is no folder " + folder);
      }
      return folder;
    }
  }
}
