package org.noisemark.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.noisemark.reports.statistics.Holm;
import org.noisemark.reports.statistics.NonInferiority;

/**
 * The tests of a gate that are judged together, each by {@link NonInferiority}.
 *
 * <p><b>A pass</b> of all is an intersection-union test (Berger, "Multiparameter Hypothesis Testing
 * and Acceptance Sampling", Technometrics 24, 1982): a gate passes only if every cell excludes a
 * loss as large as its margin, each at α. If any cell has such a loss, the gate passes with
 * probability at most α, however many cells there are; a correction would only ask for more seeds.
 *
 * <p><b>A regression</b> of any is a union-intersection test, and many cells are many occasions for
 * a false alarm. So the p-values of the losses are adjusted by {@link Holm} over all cells, those
 * included that could not be compared, and the mean over all cells: with no true loss above the
 * margin, the probability of even one regression is at most α. The mean over all cells is there for
 * a fault that all share, such as a broken engine: it varies so little between seeds that it is
 * shown with few of them.
 *
 * <p>What is neither is inconclusive.
 */
final class Family {
  /** A test that waits for the others. */
  private record Member(
      String cell,
      String column,
      double baseline,
      double candidate,
      NonInferiority test,
      boolean identical) {}

  private final double alpha;
  private final Outcome regressed;
  private final List<Member> members = new ArrayList<>();
  private int absent;

  /**
   * @param regressed what a shown loss is called
   */
  Family(double alpha, Outcome regressed) {
    this.alpha = alpha;
    this.regressed = regressed;
  }

  /**
   * @param baseline mean over the pairs, likewise the candidate's
   * @param identical whether the same was computed, bit for bit, so that there is nothing to test
   */
  void add(
      String cell,
      String column,
      double baseline,
      double candidate,
      NonInferiority test,
      boolean identical) {
    members.add(new Member(cell, column, baseline, candidate, test, identical));
  }

  /** Counts a cell that cannot be compared, so that the others are not judged more easily. */
  void addAbsent() {
    absent++;
  }

  /** Returns the judged tests in the order in which they were added. */
  List<Comparison> judged() {
    double[] shown = new double[members.size() + absent];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = i < members.size() ? members.get(i).test.pShown() : 1;
    }
    double[] adjusted = Holm.adjusted(shown);
    var comparisons = new ArrayList<Comparison>();
    for (int i = 0; i < members.size(); i++) {
      comparisons.add(judged(members.get(i), adjusted[i], shown.length));
    }
    return List.copyOf(comparisons);
  }

  private Comparison judged(Member member, double shown, int tests) {
    Outcome verdict =
        member.identical || member.test.pExcluded() <= alpha
            ? Outcome.PASS
            : shown <= alpha ? regressed : Outcome.INCONCLUSIVE;
    return new Comparison(
        member.cell,
        member.column,
        member.test.n(),
        member.baseline,
        member.candidate,
        member.test,
        member.test.lowerBound(alpha),
        shown,
        verdict,
        verdict == Outcome.INCONCLUSIVE ? seeds(member.test, tests) : OptionalInt.empty());
  }

  /** Below the margin, Holm's first and hardest step is enough for certain. */
  private OptionalInt seeds(NonInferiority test, int tests) {
    return test.seedsToDecide(test.mean() > -test.margin() ? alpha : alpha / tests);
  }
}
