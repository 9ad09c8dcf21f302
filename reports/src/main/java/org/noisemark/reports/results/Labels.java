package org.noisemark.reports.results;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people call methods that stand side by side. */
public final class Labels {
  private static final String EPOCHS = "epochs";

  private Labels() {}

  /**
   * Returns for each method its optimizer and, where that stands several times, the
   * hyper-parameters that differ; epochs only where they are not the usual ones.
   */
  public static Map<Method, String> of(Collection<Method> methods) {
    long usual = Method.usualEpochs(methods);
    var labels = new TreeMap<Method, String>();
    methods.stream()
        .collect(groupingBy(Method::optimizer))
        .forEach((name, same) -> same.forEach(m -> labels.put(m, label(m, same, usual))));
    return labels;
  }

  private static String label(Method method, List<Method> same, long usual) {
    var words = new ArrayList<String>(List.of(method.optimizer()));
    method
        .hyperparameters()
        .forEach(
            (name, value) -> {
              boolean differs =
                  same.stream().anyMatch(m -> !value.equals(m.hyperparameters().get(name)));
              boolean told = name.equals(EPOCHS) ? method.epochs() != usual : differs;
              if (told) {
                words.add(name + "=" + value.replace("\"", ""));
              }
            });
    return String.join(" ", words);
  }
}
