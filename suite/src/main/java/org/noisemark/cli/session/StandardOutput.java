package org.noisemark.cli.session;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A stream of the process for text, UTF-8 whatever the locale says, that remembers why text was
 * lost: {@link PrintStream} says only that it was.
 */
public final class StandardOutput extends FilterOutputStream {
  private static final String NOBODY_READS_ON = "Broken pipe";
  private static final int DELETE = 0x7f;

  /**
   * The first of two bytes of a character from U+0080 to U+00BF, of which the first half controls.
   */
  private static final int LEAD = 0xc2;

  private static final int NO_BREAK_SPACE = 0xa0;

  private IOException failure;
  private int last;

  public StandardOutput(OutputStream stream) {
    super(stream);
  }

  /** Returns a stream of text into this one. */
  public PrintStream text() {
    return new PrintStream(new BufferedOutputStream(this), true, StandardCharsets.UTF_8);
  }

  /** Returns why text was lost; empty if none was, or whoever read it, {@code head}, had enough. */
  Optional<String> loss() {
    return failure == null || NOBODY_READS_ON.equals(failure.getMessage())
        ? Optional.empty()
        : Optional.of(failure.getMessage());
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(harmless(bytes, offset, length));
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** Nothing that a file or a name holds may steer the terminal: colours, titles, the cursor. */
  private byte[] harmless(byte[] bytes, int offset, int length) {
    byte[] text = Arrays.copyOfRange(bytes, offset, offset + length);
    for (int i = 0; i < length; i++) {
      int each = text[i] & 0xff;
      if (each == DELETE || each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        text[i] = '?';
      } else if (last == LEAD && each < NO_BREAK_SPACE) {
        text[i] = (byte) NO_BREAK_SPACE;
      }
      last = each;
    }
    return text;
  }

  /**
   * Returns the exit code of a command that has written here, which is no success if its text was
   * lost.
   */
  public int exitCode(int ofCommand, PrintStream err) {
    var loss = loss();
    if (loss.isEmpty() || ofCommand != 0) {
      return ofCommand;
    }
    err.println("noisemark: standard output cannot be written, so text was lost: " + loss.get());
    return Failures.INTERNAL;
  }
}
