package org.noisemark.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/** The files of cells in a folder of any of Hadoop's file systems. Thread-safe. */
final class RecordStore {
  /** Here a file appears when it is closed, whole, and a rename is a copy. */
  private static final Set<String> OBJECT_STORES = Set.of("s3", "s3a", "s3n", "gs", "oss", "obs");

  private final FileSystem files;
  private final FileContext context;
  private final Path folder;
  private final boolean isObjectStore;

  private RecordStore(FileSystem files, FileContext context, Path folder, boolean isObjectStore) {
    this.files = files;
    this.context = context;
    this.folder = folder;
    this.isObjectStore = isObjectStore;
  }

  /**
   * @param uri of the folder that holds {@code cells}, with a scheme
   * @throws IllegalArgumentException in one line, if it is that of no known file system
   * @throws IOException if the file system cannot be reached
   */
  static RecordStore of(URI uri, Configuration configuration) throws IOException {
    var local = uri.getScheme().equals("file");
    try {
      // Without the checksum files that Hadoop would put beside each.
      var files =
          local ? FileSystem.getLocal(configuration).getRaw() : FileSystem.get(uri, configuration);
      var context =
          local
              ? FileContext.getFileContext(URI.create("file:///"), configuration)
              : FileContext.getFileContext(uri, configuration);
      var folder = files.makeQualified(new Path(new Path(uri), "cells"));
      return new RecordStore(
          files, context, folder, OBJECT_STORES.contains(folder.toUri().getScheme()));
    } catch (org.apache.hadoop.fs.UnsupportedFileSystemException e) {
      throw new IllegalArgumentException("--records is '" + uri + "': " + e.getMessage(), e);
    }
  }

  boolean has(String name) throws IOException {
    return files.exists(new Path(folder, name));
  }

  /** Returns what a file holds; empty if it is not there. */
  Optional<byte[]> read(String name) throws IOException {
    try (var in = files.open(new Path(folder, name))) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Writes a file whole or not at all; one of the same name is replaced. */
  void write(String name, byte[] bytes) throws IOException {
    var file = new Path(folder, name);
    if (isObjectStore) {
      writeTo(file, bytes);
      return;
    }
    var temporary = new Path(folder, "." + name + "." + UUID.randomUUID() + ".tmp");
    try {
      writeTo(temporary, bytes);
      context.rename(temporary, file, Options.Rename.OVERWRITE);
    } catch (IOException e) {
      files.delete(temporary, false);
      throw e;
    }
  }

  void delete(String name) throws IOException {
    files.delete(new Path(folder, name), false);
  }

  private void writeTo(Path file, byte[] bytes) throws IOException {
    try (var out = files.create(file, true)) {
      out.write(bytes);
      if (out.hasCapability(StreamCapabilities.HSYNC)) {
        out.hsync();
      }
    }
  }
}
