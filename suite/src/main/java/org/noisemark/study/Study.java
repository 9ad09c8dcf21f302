package org.noisemark.study;

import java.util.List;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Description;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Quantity;
import org.noisemark.suite.definition.Suite;

/**
 * An experiment that tests claims of a paper: suites to train, computations of its own, and the
 * claims that their numbers confirm or do not. Claims and thresholds are part of the class, so that
 * they stand before it is run.
 */
public interface Study {
  /** Begins the names of the suites of studies. */
  String SUITE = "study-";

  /** Returns the name by which users ask for it: lower-case letters, digits and hyphens. */
  String name();

  /** Returns what x is, in words. */
  String axis();

  List<Quantity> quantities();

  /** Returns the claims, the main one first. */
  List<Claim> claims();

  List<Figure> figures();

  /** Returns the suites whose cells are trained, all of one name; none for a computation alone. */
  default List<Suite> suites(Form form) {
    return List.of();
  }

  /** Returns what its runs say. */
  default List<Measurement> ofRuns(List<Run> runs) {
    return List.of();
  }

  /**
   * Returns what is computed beside runs, each by itself, in any order and side by side.
   *
   * @param lab with the cells to look at
   */
  default List<Computation> computations(Form form, Lab lab) {
    return List.of();
  }

  /** Returns the description that ships beside the class. */
  default Description description() {
    return Resources.description(name());
  }
}
