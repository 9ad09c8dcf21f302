package org.noisemark.reports.boards;

import java.util.List;
import java.util.Optional;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;

/**
 * What is worked out of runs once: the rows of every table. Each list is sorted by its table's key.
 */
public record Derived(
    List<Run> runs,
    References references,
    List<Standing> standings,
    List<Group> groups,
    List<EqualGradientEvaluations.Row> equalGradientEvaluations,
    List<Robustness.Row> robustness,
    List<Aggregate.Row> aggregate,
    List<CostToTarget.Row> costToTarget,
    List<Published.Row> published,
    List<VersusReference> versusReference,
    List<Trial> trials,
    List<Board> boards) {

  /** Returns one of the standings beside a reference; empty for itself, or without one. */
  public Optional<VersusReference> versus(Standing standing, String reference) {
    return versusReference.stream()
        .filter(row -> row.standing() == standing)
        .filter(row -> row.reference().method().optimizer().equals(reference))
        .findFirst();
  }

  public static Derived of(List<Run> runs) {
    var references = References.of(runs);
    List<Standing> standings = Leaderboard.standings(runs, references);
    List<Group> groups = Group.of(runs);
    List<EqualGradientEvaluations.Row> equalCost =
        EqualGradientEvaluations.rows(standings, references);
    return new Derived(
        runs,
        references,
        standings,
        groups,
        equalCost,
        Robustness.rows(standings, references),
        Aggregate.rows(standings, references),
        CostToTarget.rows(standings, references),
        Published.rows(standings, PublishedResult.all()),
        VersusReference.of(standings, references),
        Trial.of(runs),
        Board.of(standings, equalCost, groups, references));
  }
}
