package org.noisemark.datasets.own;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.noisemark.datasets.Shown;

/** The classes that labels name: in the order of the numbers if all are whole, else of the text. */
final class ClassNames {
  private final List<String> names;
  private final Map<String, Integer> ids = new HashMap<>();

  private ClassNames(List<String> names) {
    this.names = names;
    names.forEach(name -> ids.put(name, ids.size()));
  }

  static ClassNames of(List<String> labels) {
    var distinct = new TreeSet<>(labels);
    return new ClassNames(
        distinct.stream().allMatch(label -> label.matches("-?\\d{1,18}"))
            ? distinct.stream().sorted(Comparator.comparingLong(Long::parseLong)).toList()
            : List.copyOf(distinct));
  }

  List<String> names() {
    return names;
  }

  /**
   * Returns the class of each example, 0 to the number of classes − 1.
   *
   * @throws IOException in one line, if a label names none
   */
  int[] ids(Examples examples) throws IOException {
    var found = new int[examples.labels().size()];
    for (int i = 0; i < found.length; i++) {
      var id = ids.get(examples.labels().get(i));
      if (id == null) {
        throw new IOException(
            examples.where()
                + ": the label '"
                + Shown.of(examples.labels().get(i))
                + "' of a test example is not among the "
                + names.size()
                + " of the training part");
      }
      found[i] = id;
    }
    return found;
  }
}
