package org.noisemark.study;

/**
 * What a study would take.
 *
 * @param cells to train
 * @param epochs of all cells together
 * @param computations beside them
 */
public record StudyPlan(int cells, long epochs, int computations) {
  /**
   * Returns that of a form.
   *
   * @throws IllegalArgumentException if an engine is not there
   */
  public static StudyPlan of(Study study, Form form, Lab lab) {
    var cells = study.suites(form).stream().flatMap(suite -> lab.cells(suite).stream()).toList();
    return new StudyPlan(
        cells.size(),
        cells.stream().mapToLong(cell -> cell.training().epochs()).sum(),
        study.computations(form, lab).size());
  }
}
