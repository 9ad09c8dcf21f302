package org.noisemark.datasets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The binary version of CIFAR, read from its archive, of which nothing is written to disk: files of
 * records, each the label, a byte, after the superclass in CIFAR-100, and 3 x 32 x 32 pixels in the
 * order [channel, row, column].
 *
 * @param archive its name
 * @param labelBytes 1 or 2; the label is the last of them
 * @param trainFiles in the order of the examples, as many records in each
 * @param trainRecords in one of these files
 * @param testRecords in the test file
 */
record CifarArchive(
    String archive,
    List<String> classNames,
    Normalization normalization,
    int labelBytes,
    List<String> trainFiles,
    int trainRecords,
    String testFile,
    int testRecords)
    implements DatasetReader {
  private static final int SIDE = 32;
  private static final int PIXELS = 3 * SIDE * SIDE;

  /** Images and labels as they are filled. */
  private record Part(byte[] pixels, int[] labels) {
    Part(int records) {
      this(new byte[records * PIXELS], new int[records]);
    }

    Images images() {
      return new Images(3, SIDE, SIDE, pixels);
    }
  }

  /** A file of the archive is not what it should be. */
  private static final class WrongRecordsException extends IOException {
    private static final long serialVersionUID = 1;

    WrongRecordsException(String message) {
      super(message);
    }
  }

  @Override
  public Dataset read(String name, Map<String, Payload> payloads) throws IOException {
    var payload = payloads.get(archive);
    var train = new Part(trainFiles.size() * trainRecords);
    var test = new Part(testRecords);
    Set<String> missing = new HashSet<>(trainFiles);
    missing.add(testFile);
    try (var tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new ByteArrayInputStream(payload.bytes()), 1 << 16))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (entry.isFile() && missing.remove(file)) {
          String where = payload.where() + ", " + file;
          int index = trainFiles.indexOf(file);
          if (index < 0) {
            fill(where, tar, test, 0, testRecords);
          } else {
            fill(where, tar, train, index * trainRecords, trainRecords);
          }
        }
      }
    } catch (WrongRecordsException e) {
      throw e;
    } catch (IllegalArgumentException | IOException e) {
      throw new IOException(
          payload.where() + ": found a damaged archive (" + Transfer.reason(e) + ")", e);
    }
    if (!missing.isEmpty()) {
      throw new IOException(
          payload.where() + ": found no " + missing.stream().sorted().toList() + " in the archive");
    }
    return new Dataset(
        name,
        classNames,
        normalization,
        train.images(),
        train.labels(),
        test.images(),
        test.labels());
  }

  private void fill(String where, InputStream in, Part part, int first, int records)
      throws IOException {
    for (int i = first; i < first + records; i++) {
      byte[] head = in.readNBytes(labelBytes);
      int pixels = in.readNBytes(part.pixels(), i * PIXELS, PIXELS);
      if (head.length < labelBytes || pixels < PIXELS) {
        throw new WrongRecordsException(
            where + ": ends in record " + (i - first) + ", expected " + records);
      }
      part.labels()[i] = head[labelBytes - 1] & 0xFF;
      if (part.labels()[i] >= classNames.size()) {
        throw new WrongRecordsException(
            where
                + ": found label "
                + part.labels()[i]
                + " in record "
                + (i - first)
                + ", expected 0 to "
                + (classNames.size() - 1));
      }
    }
    if (in.read() >= 0) {
      throw new WrongRecordsException(
          where + ": found more than the " + records + " records expected");
    }
  }
}
