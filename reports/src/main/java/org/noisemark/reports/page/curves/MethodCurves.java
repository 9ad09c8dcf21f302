package org.noisemark.reports.page.curves;

import java.util.List;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Run;

/**
 * The learning curves of a method under one noise.
 *
 * @param seeds of each run that ended well
 * @param mean over these
 * @param runs failed ones too
 */
record MethodCurves(String label, List<Curve> seeds, Curve mean, List<Run> runs) {
  static MethodCurves of(Board.Row row, NoiseLevel level) {
    List<Run> runs = row.standings().get(level).runs();
    List<Curve> seeds =
        runs.stream().filter(Run::ok).map(run -> Curve.of(run.record().curve())).toList();
    return new MethodCurves(row.label(), seeds, Curve.mean(seeds), runs);
  }
}
