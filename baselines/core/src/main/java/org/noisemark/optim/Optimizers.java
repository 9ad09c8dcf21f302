package org.noisemark.optim;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.noisemark.optim.Hyperparameter.Choice;
import org.noisemark.optim.Hyperparameter.Real;
import org.noisemark.optim.Hyperparameter.Whole;

/** The optimizers by name: one entry each, with its hyper-parameters and their defaults. */
public final class Optimizers {
  private record Entry(
      String summary, List<Hyperparameter> parameters, Function<Values, Optimizer> create) {}

  /** Checked hyper-parameters, all of them. */
  private record Values(SortedMap<String, Object> byName) {
    double real(String name) {
      return (Double) byName.get(name);
    }

    int whole(String name) {
      return (Integer) byName.get(name);
    }

    String word(String name) {
      return (String) byName.get(name);
    }
  }

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

  static {
    add("sgd", "SGD with momentum", List.of(), v -> new Sgd());
    add(
        "sam",
        "sharpness-aware minimization (Foret 2021)",
        List.of(new Real("rho", 0.05)),
        v -> new Sam(v.real("rho")));
    add(
        "asam",
        "adaptive SAM, the authors' form (Kwon 2021)",
        List.of(new Real("rho", 0.5), new Real("eta", 0.01)),
        v -> Asam.ofAuthors(v.real("rho"), v.real("eta")));
    add(
        "asam-elementwise",
        "adaptive SAM, davda54's form: |w| on all parameters",
        List.of(new Real("rho", 2.0)),
        v -> Asam.elementwise(v.real("rho")));
    add(
        "psam",
        "parsimonious SAM: periodically, early (Park 2022)",
        List.of(
            new Real("rho", 0.05),
            new Whole("period", 2),
            new Real("window_share", 0.6),
            new Choice("window", "early", windows())),
        v ->
            new Psam(
                v.real("rho"),
                v.whole("period"),
                v.real("window_share"),
                Psam.Window.valueOf(v.word("window").toUpperCase(Locale.ROOT))));
    add(
        "fsam",
        "friendly SAM, the authors' order (Li 2024)",
        friendly(),
        v -> friendly(v, FSam.Order.AUTHORS));
    add(
        "fsam-paper",
        "friendly SAM, the paper's order",
        friendly(),
        v -> friendly(v, FSam.Order.PAPER));
  }

  private Optimizers() {}

  /** Returns each optimizer's name and a line about it, in the order of {@code list}. */
  public static Map<String, String> summaries() {
    var summaries = new LinkedHashMap<String, String>();
    ENTRIES.forEach((name, entry) -> summaries.put(name, entry.summary()));
    return Collections.unmodifiableMap(summaries);
  }

  /**
   * Returns all hyper-parameters of an optimizer: those given, checked, and the defaults of the
   * rest.
   *
   * @throws IllegalArgumentException if the optimizer or a name is unknown, or a value is out of
   *     range
   */
  public static SortedMap<String, Object> hyperparameters(String name, Map<String, ?> given) {
    var entry = entry(name);
    var values = new TreeMap<String, Object>();
    for (var parameter : entry.parameters()) {
      values.put(parameter.name(), parameter.defaultValue());
    }
    for (var each : given.entrySet()) {
      if (!values.containsKey(each.getKey())) {
        throw new IllegalArgumentException(
            "unknown hyper-parameter '"
                + each.getKey()
                + "' of "
                + name
                + ", expected one of "
                + values.keySet());
      }
    }
    for (var parameter : entry.parameters()) {
      if (given.containsKey(parameter.name())) {
        values.put(parameter.name(), parameter.check(given.get(parameter.name())));
      }
    }
    entry.create().apply(new Values(values)); // checks ranges
    return Collections.unmodifiableSortedMap(values);
  }

  /**
   * Returns an optimizer with the given hyper-parameters; the others are the defaults.
   *
   * @throws IllegalArgumentException as {@link #hyperparameters}
   */
  public static Optimizer named(String name, Map<String, ?> given) {
    return entry(name).create().apply(new Values(hyperparameters(name, given)));
  }

  private static Entry entry(String name) {
    var entry = ENTRIES.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "unknown optimizer '" + name + "', expected one of " + ENTRIES.keySet());
    }
    return entry;
  }

  private static void add(
      String name,
      String summary,
      List<Hyperparameter> parameters,
      Function<Values, Optimizer> create) {
    ENTRIES.put(name, new Entry(summary, parameters, create));
  }

  private static List<Hyperparameter> friendly() {
    return List.of(new Real("rho", 0.05), new Real("lambda", 0.9), new Real("sigma", 1.0));
  }

  private static Optimizer friendly(Values values, FSam.Order order) {
    return new FSam(values.real("rho"), values.real("lambda"), values.real("sigma"), order);
  }

  private static List<String> windows() {
    return Arrays.stream(Psam.Window.values()).map(Psam.Window::label).toList();
  }
}
