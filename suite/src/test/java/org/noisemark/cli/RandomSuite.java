package org.noisemark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A suite on made-up data of three classes, drawn from a grammar, whole or broken in one place. */
final class RandomSuite {
  private final Random random;
  private final String data;
  private String breakage = "";

  RandomSuite(Random random, String data) {
    this.random = random;
    this.data = data;
  }

  /** Returns what was broken. */
  String breakage() {
    return breakage;
  }

  /** Returns a suite that trains in less than a second. */
  String valid() {
    int epochs = 1 + random.nextInt(4);
    return String.join(
        "\n",
        "name: random-" + random.nextInt(100),
        "version: " + random.nextInt(3) + ".0." + random.nextInt(10),
        "summary: " + oneOf("a suite", "'with: colon'", "\"ünïcode\""),
        "datasets:",
        "  - name: csv",
        "    path: '" + data + "'",
        "    called: " + oneOf("flowers", "'a b'", "x-1"),
        "noises:",
        noises(),
        "networks:",
        networks(),
        "optimizers:",
        optimizers(),
        "training:",
        "  epochs: " + epochs,
        "  batch_size: " + (1 + random.nextInt(40)),
        "  learning_rate: " + oneOf("0.1", "1e-3", "5.0E-2"),
        "  momentum: " + oneOf("0", "0.9"),
        "  weight_decay: " + oneOf("0", "5e-4"),
        "  schedule: " + oneOf("constant", "cosine"),
        "  nesterov: false",
        "  validation_share: " + oneOf("0.1", "0.3"),
        "  warmup_epochs: " + random.nextInt(epochs),
        maybe("  descent: adamw"),
        maybe("  examples: 40"),
        maybe("  label_smoothing: 0.1"),
        "evaluation:",
        "  every_epochs: " + (1 + random.nextInt(epochs)),
        maybe("  memorisation_samples: 10"),
        maybe("references: [sgd]"),
        "seeds: " + oneOf("[1]", "1", "[7, 3]"),
        "");
  }

  /** Returns a suite with one fault. */
  String broken() {
    List<UnaryOperator<String>> faults =
        List.of(
            text ->
                replaced(text, "(?m)^name: .*", "name: " + oneOf("A B", "", "../x", "{}", "null")),
            text ->
                replaced(text, "(?m)^version: .*", "version: " + oneOf("1", "one", "1.0", "[]")),
            text -> replaced(text, "epochs: \\d+", "epochs: " + wrongWhole()),
            text -> replaced(text, "batch_size: .*", "batch_size: " + wrongWhole()),
            text -> replaced(text, "  learning_rate: .*", "  learning_rate: " + wrongNumber()),
            text ->
                replaced(
                    text, "  momentum: .*", "  momentum: " + oneOf("1.5", "-0.1", ".nan", "x")),
            text ->
                replaced(
                    text, "validation_share: .*", "validation_share: " + oneOf("1", "-1", "yes")),
            text -> replaced(text, "schedule: .*", "schedule: " + oneOf("linear", "3", "[cosine]")),
            text ->
                replaced(
                    text, "seeds: .*", "seeds: " + oneOf("0", "[]", "[1, 1]", "-1", "[x]", "1.5")),
            text -> replaced(text, "every_epochs: .*", "every_epochs: " + wrongWhole()),
            text ->
                replaced(
                    text, "path: .*", "path: " + oneOf("none.csv", "/", "''", "[a]", "\"\\0\"")),
            text -> replaced(text, "- name: csv", "- name: " + oneOf("cvs", "mnist-x", "3")),
            text ->
                replaced(text, "  - kind: .*", "  - kind: " + oneOf("symetric@1", "clean@9", "[]")),
            text ->
                replaced(
                    text,
                    "  - name: (sgd|sam|fsam|psam|asam)",
                    "  - name: " + oneOf("sdg", "adam", "{}")),
            text -> replaced(text, "networks:\n  - name: \\w+", "networks:\n  - name: resnet-x"),
            text -> replaced(text, "(?m)^training:$", oneOf("trainin:", "training: 3\nother:")),
            text ->
                text
                    + oneOf(
                        "unknown: 1\n",
                        "name: again\n",
                        "  indented: x\n",
                        "\t\n- x\n",
                        "seeds: [1\n"),
            text -> "%YAML 9.9\n---\n" + text,
            text -> "&a [*a]\n",
            text -> "",
            text -> text.substring(0, text.indexOf("optimizers:")),
            text ->
                text.replaceFirst(
                    "(?m)^(datasets|noises|networks|optimizers|training|seeds):", "$1x:"),
            text -> replaced(text, "called: .*", "called: \"" + "\\e[31m" + "\""),
            text -> replaced(text, "summary: .*", "summary: \"\\e]0;x\\a\""),
            text -> text + "---\n" + text,
            text -> "\u0000" + text,
            text -> "a: ".repeat(200) + "\n" + text,
            text -> "[".repeat(5000) + "\n");
    int fault = random.nextInt(faults.size());
    String whole = valid();
    String broken = faults.get(fault).apply(whole);
    breakage = "fault " + fault;
    return broken;
  }

  private String noises() {
    var kinds = new ArrayList<String>();
    kinds.add("  - kind: clean");
    kinds.add("  - kind: symmetric-exclusive@1\n    rate: " + oneOf("0.2", "0.5"));
    kinds.add("  - kind: symmetric-inclusive@1\n    rates: [0.1, 0.3]\n    seed: 4");
    kinds.add("  - kind: pairflip@1\n    rate: 0.3\n    count: " + oneOf("exact", "bernoulli"));
    kinds.add("  - kind: matrix@1\n    matrix: [[1, 0, 0], [0.3, 0.7, 0], [0, 0.4, 0.6]]");
    return some(kinds);
  }

  private String networks() {
    return some(
        List.of(
            "  - name: perceptron\n    layers: " + (1 + random.nextInt(3)) + "\n    width: 4",
            "  - name: perceptron\n    layers: 1\n    width: " + (2 + random.nextInt(2))));
  }

  private String optimizers() {
    return some(
        List.of(
            "  - name: sgd\n    learning_rate: 0.05",
            "  - name: sam\n    rho: " + oneOf("0.05", "0.5"),
            "  - name: fsam\n    lambda: 0.9\n    sigma: 1",
            "  - name: psam\n    period: " + (1 + random.nextInt(3)),
            "  - name: asam\n    rho: {default: 0.5}"));
  }

  /** Some of them, at least one, in any order. */
  private String some(List<String> all) {
    var left = new ArrayList<>(all);
    int count = 1 + random.nextInt(2);
    return IntStream.range(0, count)
        .mapToObj(i -> left.remove(random.nextInt(left.size())))
        .collect(Collectors.joining("\n"));
  }

  private String maybe(String line) {
    return random.nextInt(3) == 0 ? line : "# no " + line.strip();
  }

  private String wrongWhole() {
    return oneOf("0", "-1", "1.5", "many", "99999999999", "[]", ".inf", "''");
  }

  private String wrongNumber() {
    return oneOf("-0.1", ".nan", ".inf", "fast", "[0.1]", "{}", "''");
  }

  private static String replaced(String text, String pattern, String by) {
    String replaced = text.replaceFirst(pattern, java.util.regex.Matcher.quoteReplacement(by));
    if (replaced.equals(text)) {
      throw new IllegalStateException(String.format(Locale.ROOT, "no %s in %s", pattern, text));
    }
    return replaced;
  }

  private String oneOf(String... words) {
    return words[random.nextInt(words.length)];
  }
}
