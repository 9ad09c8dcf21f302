package org.noisemark.datasets.own;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.noisemark.datasets.Shown;

/**
 * An image as bytes, [channel, row, column]; transparency is left out of account.
 *
 * @param channels 1 or 3
 * @param pixels not copied
 */
record Picture(int channels, int height, int width, byte[] pixels) {
  /** A small file may claim to hold a very large image: no format packs so many into a byte. */
  private static final long PIXELS_A_BYTE = 10_000;

  /** Other readers of the Java platform allocate what a damaged file asks for. */
  private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

  private static final long MOST_PIXELS = 1L << 26;

  /**
   * Reads an image file, the first image of several. One of a single channel stays so.
   *
   * @throws IOException in one line, if it is none, is damaged, or has more than 2^26 pixels or
   *     more than its bytes can hold
   */
  static Picture read(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file);
        var in = new MemoryCacheImageInputStream(bytes)) {
      return of(decoded(in, Math.min(MOST_PIXELS, PIXELS_A_BYTE * Files.size(file))));
    } catch (IOException | RuntimeException e) { // decoders throw what they happen upon
      throw new IOException(
          file
              + ": cannot be read as an image ("
              + Shown.of(e.getMessage() == null ? e : e.getMessage())
              + ")",
          e);
    }
  }

  private static BufferedImage decoded(ImageInputStream in, long most) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new IOException("expected PNG, JPEG, GIF or BMP");
    }
    var reader = readers.next();
    try {
      String format = reader.getFormatName().toLowerCase(Locale.ROOT);
      if (!FORMATS.contains(format)) {
        throw new IOException("found " + format + ", expected PNG, JPEG, GIF or BMP");
      }
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > most) {
        throw new IOException(pixels + " pixels, expected at most " + most);
      }
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static Picture of(BufferedImage image) {
    int bands = image.getRaster().getNumBands();
    return bands <= 2 && !(image.getColorModel() instanceof IndexColorModel)
        ? ofGrey(image)
        : ofColour(image);
  }

  /** Samples as they are stored: Java would take them for linear light. */
  private static Picture ofGrey(BufferedImage image) {
    int bits = image.getColorModel().getComponentSize(0);
    var pixels = new byte[image.getHeight() * image.getWidth()];
    int[] samples = new int[image.getWidth()];
    int at = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      image.getRaster().getSamples(0, row, samples.length, 1, 0, samples);
      for (int sample : samples) {
        pixels[at++] = (byte) Math.round(sample * 255.0 / ((1 << bits) - 1));
      }
    }
    return new Picture(1, image.getHeight(), image.getWidth(), pixels);
  }

  private static Picture ofColour(BufferedImage image) {
    int plane = image.getHeight() * image.getWidth();
    var pixels = new byte[3 * plane];
    int[] colours = new int[image.getWidth()];
    int at = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      image.getRGB(0, row, colours.length, 1, colours, 0, colours.length);
      for (int colour : colours) {
        pixels[at] = (byte) (colour >> 16);
        pixels[plane + at] = (byte) (colour >> 8);
        pixels[2 * plane + at] = (byte) colour;
        at++;
      }
    }
    return new Picture(3, image.getHeight(), image.getWidth(), pixels);
  }

  /** Returns the luma of ITU-R BT.601. */
  Picture grey() {
    if (channels == 1) {
      return this;
    }
    int plane = height * width;
    var grey = new byte[plane];
    for (int i = 0; i < plane; i++) {
      int red = pixels[i] & 0xFF;
      int green = pixels[plane + i] & 0xFF;
      int blue = pixels[2 * plane + i] & 0xFF;
      grey[i] = (byte) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    }
    return new Picture(1, height, width, grey);
  }

  /** Returns the bytes at another size. */
  byte[] resized(int toHeight, int toWidth) {
    var out = new byte[channels * toHeight * toWidth];
    for (int channel = 0; channel < channels; channel++) {
      AreaAverage.resize(
          pixels,
          channel * height * width,
          height,
          width,
          out,
          channel * toHeight * toWidth,
          toHeight,
          toWidth);
    }
    return out;
  }

  /** Returns three channels. */
  Picture colour() {
    if (channels == 3) {
      return this;
    }
    var three = new byte[3 * pixels.length];
    for (int channel = 0; channel < 3; channel++) {
      System.arraycopy(pixels, 0, three, channel * pixels.length, pixels.length);
    }
    return new Picture(3, height, width, three);
  }
}
