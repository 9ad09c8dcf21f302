package org.noisemark.suite.external;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noisemark.reports.records.Json;

/** What a program that trains says, a line of JSON each. Read strictly. */
public sealed interface Reply {
  /** The version of the protocol. */
  int PROTOCOL = 1;

  /** The longest text that a program may have in its name, a version … */
  int LONGEST = 200;

  String type();

  /**
   * It has read the cell.
   *
   * @param program its name
   * @param version its version
   * @param versions of what computes, by name; null for none
   */
  record Ready(
      String type,
      int protocol,
      String program,
      String version,
      @Nullable SortedMap<String, String> versions)
      implements Reply {
    public Ready {
      require(protocol == PROTOCOL, "protocol", protocol, Integer.toString(PROTOCOL));
      requireShort("program", program);
      requireShort("version", version);
      versions = versions == null ? new TreeMap<>() : versions;
      require(versions.size() <= LONGEST, "versions", versions.size(), "at most " + LONGEST);
      versions.forEach(
          (name, value) -> {
            requireShort("versions", name);
            requireShort("versions", value);
          });
    }
  }

  /**
   * It has trained an epoch.
   *
   * @param loss mean over the epoch's examples of the loss before each step, in nats
   * @param steps so far
   * @param gradientEvaluations gradients over one mini-batch so far
   * @param forwardPasses forward passes over one mini-batch so far, those of gradients included;
   *     null for no others
   */
  record Trained(
      String type,
      int epoch,
      double loss,
      long steps,
      double gradientEvaluations,
      @Nullable Double forwardPasses)
      implements Reply {
    public Trained {
      require(
          gradientEvaluations >= 0 && gradientEvaluations < 1e15,
          "gradient_evaluations",
          gradientEvaluations,
          "a number of at least 0");
      forwardPasses = forwardPasses == null ? gradientEvaluations : forwardPasses;
      require(
          forwardPasses >= gradientEvaluations && forwardPasses < 1e15,
          "forward_passes",
          forwardPasses,
          "at least gradient_evaluations");
    }
  }

  /**
   * The logits after an epoch, float32.
   *
   * @param train of the evaluation rows: [rows, classes]
   * @param test of the test images: [images, classes]
   */
  record Logits(String type, int epoch, ArrayFile train, ArrayFile test) implements Reply {}

  /**
   * The parameters as they are.
   *
   * @param parameters float32 in the canonical order; null if it cannot tell
   */
  record Parameters(String type, @Nullable ArrayFile parameters) implements Reply {}

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException in one line if it is no such message, or says {@code error}
   */
  static <T extends Record & Reply> T read(byte[] line, Class<T> expected) {
    var tree = Json.tree(line);
    String type = tree.path("type").asString("");
    String wanted = expected.getSimpleName().toLowerCase(Locale.ROOT);
    if (type.equals("error")) {
      throw new IllegalArgumentException(
          LastLine.printable(tree.path("message").asString("an error without message")));
    }
    if (!type.equals(wanted)) {
      throw new IllegalArgumentException(
          "expected a message of the type \""
              + wanted
              + "\", got \""
              + LastLine.printable(type)
              + "\"");
    }
    return Json.read(line, expected);
  }

  private static void requireShort(String field, String text) {
    require(
        !text.isBlank()
            && text.length() <= LONGEST
            && text.chars().noneMatch(Character::isISOControl),
        field,
        text.length() <= LONGEST ? text : text.length() + " characters",
        "one line of 1 to " + LONGEST + " characters");
  }

  private static void require(boolean holds, String field, Object got, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(field + " is " + got + ", expected " + expected);
    }
  }
}
