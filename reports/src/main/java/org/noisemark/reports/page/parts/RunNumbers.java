package org.noisemark.reports.page.parts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.noisemark.reports.results.Run;

/** The runs that the page refers to, each by a number that it gets when it is first named. */
public final class RunNumbers {
  private final Map<Run, Integer> numbers = new IdentityHashMap<>();
  private final List<Run> runs = new ArrayList<>();
  private final Set<Run> listed;

  /**
   * @param listed runs that may be referred to; the others are passed over
   */
  RunNumbers(Set<Run> listed) {
    this.listed = listed;
  }

  /** Some runs as the script reads them: where each stretch begins, and what follows its end. */
  public String of(List<Run> some) {
    var bounds = new ArrayList<Integer>();
    for (int number :
        some.stream().filter(listed::contains).map(this::number).distinct().sorted().toList()) {
      int last = bounds.size() - 1;
      if (last > 0 && bounds.get(last) == number) {
        bounds.set(last, number + 1);
      } else {
        bounds.add(number);
        bounds.add(number + 1);
      }
    }
    return bounds.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** In the order of their numbers, from 0. */
  public List<Run> runs() {
    return Collections.unmodifiableList(runs);
  }

  private int number(Run run) {
    return numbers.computeIfAbsent(
        run,
        added -> {
          runs.add(added);
          return runs.size() - 1;
        });
  }
}
