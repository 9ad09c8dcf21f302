package org.noisemark.datasets.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.noisemark.datasets.Images;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/** Images in folders, one a class, whose names are the labels. */
public final class FolderFormat implements DataFormat {
  /** What is kept of the colours. */
  enum Colours {
    RGB(3),
    GREY(1);

    final int channels;

    Colours(int channels) {
      this.channels = channels;
    }
  }

  /** An image and the class that its folder names. */
  private record Entry(String label, Path file) {}

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public String summary() {
    return "your own images: a folder for each class; PNG, JPEG, GIF, BMP, resized";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    var all = new ArrayList<Hyperparameter>();
    all.add(Hyperparameter.atLeastOne("height", 32));
    all.add(Hyperparameter.atLeastOne("width", 32));
    all.add(Hyperparameter.choice("colours", Colours.RGB));
    all.addAll(TestPart.HYPERPARAMETERS);
    return all;
  }

  /**
   * The digest of lines of class, file name and the SHA-256 of the file, in the order of reading.
   */
  @Override
  public String sha256(Path path) throws IOException {
    var lines = new StringBuilder();
    for (var entry : entries(path)) {
      try (var in = Files.newInputStream(entry.file())) {
        lines.append(entry.label()).append('/').append(entry.file().getFileName());
        lines.append('\t').append(DigestUtils.sha256Hex(in)).append('\n');
      }
    }
    return DigestUtils.sha256Hex(lines.toString());
  }

  @Override
  public Examples read(Path path, Values values) throws IOException {
    int channels = values.choice("colours", Colours.class).channels;
    int height = values.whole("height");
    int width = values.whole("width");
    var entries = entries(path);
    long size = (long) channels * height * width;
    if (size > Integer.MAX_VALUE || size * entries.size() > Integer.MAX_VALUE - 8) {
      throw new IOException(
          path
              + ": "
              + entries.size()
              + " images of "
              + channels
              + "x"
              + height
              + "x"
              + width
              + " are more than 2 GiB, expected fewer or smaller ones");
    }
    var pixels = new byte[(int) size * entries.size()];
    for (int i = 0; i < entries.size(); i++) {
      var picture = Picture.read(entries.get(i).file());
      byte[] resized = (channels == 1 ? picture.grey() : picture.colour()).resized(height, width);
      System.arraycopy(resized, 0, pixels, i * (int) size, (int) size);
    }
    return new Examples.Pictures(
        path.toString(),
        entries.stream().map(Entry::label).toList(),
        new Images(channels, height, width, pixels));
  }

  /** By class, then by name; what begins with a dot is left out. */
  private static List<Entry> entries(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new IOException(
          path
              + ": found "
              + (Files.exists(path) ? "a file" : "no folder")
              + ", expected a folder with a folder of images for each class");
    }
    var entries = new ArrayList<Entry>();
    for (var folder : children(path)) {
      if (!Files.isDirectory(folder)) {
        throw new IOException(
            folder + ": found a file beside the folders of the classes, expected folders alone");
      }
      var files = children(folder);
      if (files.isEmpty()) {
        throw new IOException(folder + ": found no images, expected at least one of each class");
      }
      for (var file : files) {
        if (!Files.isRegularFile(file)) {
          throw new IOException(
              file + ": found a folder in that of a class, expected images alone");
        }
        entries.add(new Entry(folder.getFileName().toString(), file));
      }
    }
    if (entries.isEmpty()) {
      throw new IOException(path + ": is empty, expected a folder of images for each class");
    }
    return entries;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var children = Files.list(folder)) {
      return children
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(child -> child.getFileName().toString()))
          .toList();
    }
  }
}
