package org.noisemark.reports.boards;

import java.util.List;
import org.noisemark.reports.results.Run;

/**
 * What is worked out of runs once: the rows of every table. Each list is sorted by its table's key.
 */
public record Derived(
    List<Run> runs,
    List<Standing> standings,
    List<Group> groups,
    List<EqualGradientEvaluations.Row> equalGradientEvaluations,
    List<Robustness.Row> robustness,
    List<Aggregate.Row> aggregate,
    List<CostToTarget.Row> costToTarget,
    List<Published.Row> published) {

  public static Derived of(List<Run> runs) {
    List<Standing> standings = Leaderboard.standings(runs);
    return new Derived(
        runs,
        standings,
        Group.of(runs),
        EqualGradientEvaluations.rows(standings),
        Robustness.rows(standings),
        Aggregate.rows(standings),
        CostToTarget.rows(standings),
        Published.rows(standings, PublishedResult.all()));
  }

  public List<Board> boards() {
    return Board.of(standings, groups);
  }
}
