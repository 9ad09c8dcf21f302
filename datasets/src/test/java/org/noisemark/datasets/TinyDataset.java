package org.noisemark.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** A data set of 3 training and 2 test images of 2x2 pixels, in the layout of MNIST. */
final class TinyDataset {
  static final Normalization NORMALIZATION =
      new Normalization(new double[] {0.5}, new double[] {0.5});

  private TinyDataset() {}

  static byte[] images(int count) {
    var idx = ByteBuffer.allocate(16 + 4 * count);
    idx.putInt(0x803).putInt(count).putInt(2).putInt(2);
    for (int i = 0; i < 4 * count; i++) {
      idx.put((byte) (200 + i));
    }
    return idx.array();
  }

  static byte[] labels(int... labels) {
    var idx = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
    for (int label : labels) {
      idx.put((byte) label);
    }
    return idx.array();
  }

  static Map<String, byte[]> payloads() {
    var payloads = new LinkedHashMap<String, byte[]>();
    payloads.put(IdxDataset.TRAIN_IMAGES, images(3));
    payloads.put(IdxDataset.TRAIN_LABELS, labels(1, 0, 1));
    payloads.put(IdxDataset.TEST_IMAGES, images(2));
    payloads.put(IdxDataset.TEST_LABELS, labels(0, 1));
    return payloads;
  }

  /** An entry that knows these files, a system folder and mirrors. */
  static PublishedDataset entry(Path system, URI... mirrors) {
    var layout = new IdxDataset(List.of("a", "b"), NORMALIZATION, 3, 2, 2, 2);
    var hashes = payloads().values().stream().map(DigestUtils::sha256Hex).toList();
    var files = layout.files(hashes.get(0), hashes.get(1), hashes.get(2), hashes.get(3));
    List<Location> always = List.of(new Location.Folder(system));
    return new PublishedDataset(
        "a tiny one",
        "public domain",
        new Origin("tiny", files, false, always, List.of(mirrors), " or make it"),
        layout);
  }

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var payload : payloads().entrySet()) {
      Files.write(folder.resolve(payload.getKey() + ".gz"), gzip(payload.getValue()));
    }
  }

  static byte[] gzip(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
