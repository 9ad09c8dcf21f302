package org.noisemark.reports.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.boards.Leaderboard;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.PageContent.Runs;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.MeanCost;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Scores;
import org.noisemark.reports.results.Setting;

/** What index.html is told of one setting. */
final class PageSetting {
  private final Board board;
  private final Function<List<Run>, Runs> positions;

  PageSetting(Board board, Function<List<Run>, Runs> positions) {
    this.board = board;
    this.positions = positions;
  }

  org.noisemark.reports.page.Setting setting(String suffix) {
    Setting setting = board.setting();
    var entries = new ArrayList<Entry>();
    for (NoiseLevel level : board.levels()) {
      List<Standing> contest =
          board.rows().stream()
              .flatMap(row -> Optional.ofNullable(row.standings().get(level)).stream())
              .toList();
      for (Board.Row row : board.rows()) {
        Optional.ofNullable(row.standings().get(level))
            .ifPresent(standing -> entries.add(entry(row.label(), standing, contest)));
      }
    }
    return new org.noisemark.reports.page.Setting(
        board.title() + suffix,
        setting.dataset(),
        setting.network(),
        engine(setting),
        board.statistics(Standing::accuracy),
        entries,
        board.costs().stream().map(this::cost).toList());
  }

  /** What the filter calls an engine: it, its device and the precision. */
  static String engine(Setting setting) {
    return "%s on %s, %s".formatted(setting.engine(), setting.device(), setting.precision());
  }

  private Entry entry(String label, Standing standing, List<Standing> contest) {
    List<List<CurvePoint>> curves =
        standing.runs().stream().filter(Run::ok).map(PageSetting::curve).toList();
    return new Entry(
        PageModel.level(standing.level()),
        label,
        standing.method().optimizer(),
        standing.method().hyperparametersJson(),
        standing.rank(),
        standing.accuracy(),
        standing.versusReference().map(this::traced),
        psam(standing, contest).map(this::traced),
        standing.versusBest().map(this::traced),
        standing.tied(),
        Leaderboard.mean(standing.runs(), Accuracy::selected),
        Leaderboard.mean(standing.runs(), Accuracy::best),
        standing.runs().stream()
            .filter(Run::ok)
            .map(run -> run.record().accuracy())
            .mapToDouble(accuracy -> accuracy.best() - accuracy.last())
            .average(),
        standing.runs().stream().filter(run -> !run.ok()).count(),
        costs(standing.runs()),
        mean(curves),
        curves,
        positions.apply(standing.runs()));
  }

  private static Optional<Difference> psam(Standing standing, List<Standing> contest) {
    return standing
        .method()
        .reference("psam", contest.stream().map(Standing::method).toList())
        .filter(psam -> !standing.method().optimizer().equals("psam"))
        .flatMap(psam -> contest.stream().filter(s -> s.method().equals(psam)).findFirst())
        .flatMap(psam -> Scores.of(standing.runs()).minus(Scores.of(psam.runs())));
  }

  private Traced traced(Difference difference) {
    return new Traced(difference.estimate(), positions.apply(difference.runs()));
  }

  private static Map<CostKind, Double> costs(List<Run> runs) {
    var costs = new EnumMap<CostKind, Double>(CostKind.class);
    for (CostKind kind : CostKind.values()) {
      MeanCost.of(kind, runs).ifPresent(mean -> costs.put(kind, mean));
    }
    return costs;
  }

  private CostEntry cost(Board.Costs costs) {
    Group group = costs.group();
    var compared = new TreeMap<String, Runs>();
    for (String optimizer : CostEntry.REFERENCES) {
      group
          .reference(optimizer)
          .map(runs -> positions.apply(Run.both(group.runs(), runs)))
          .ifPresent(runs -> compared.put(optimizer, runs));
    }
    var figures = new EnumMap<CostKind, CostEntry.Figure>(CostKind.class);
    for (CostKind kind : CostKind.values()) {
      MeanCost.of(kind, group.runs())
          .ifPresent(mean -> figures.put(kind, new CostEntry.Figure(mean, multiples(group, kind))));
    }
    return new CostEntry(costs.label(), figures, compared, positions.apply(group.runs()));
  }

  private static Map<String, Double> multiples(Group group, CostKind kind) {
    var multiples = new TreeMap<String, Double>();
    for (String optimizer : CostEntry.REFERENCES) {
      group
          .ratio(runs -> MeanCost.of(kind, runs), optimizer)
          .ifPresent(multiple -> multiples.put(optimizer, multiple));
    }
    return multiples;
  }

  private static List<CurvePoint> curve(Run run) {
    return run.record().curve().stream()
        .map(
            epoch ->
                new CurvePoint(
                    epoch.epoch(),
                    optional(epoch.testAccuracy()),
                    optional(epoch.validationAccuracy()),
                    optional(epoch.flippedNoisyAccuracy()),
                    optional(epoch.flippedTrueAccuracy())))
        .toList();
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Epoch by epoch, over the curves that got there. */
  private static List<CurvePoint> mean(List<List<CurvePoint>> curves) {
    int epochs = curves.stream().mapToInt(List::size).max().orElse(0);
    var means = new ArrayList<CurvePoint>();
    for (int i = 0; i < epochs; i++) {
      int index = i;
      List<CurvePoint> at =
          curves.stream()
              .filter(curve -> index < curve.size())
              .map(curve -> curve.get(index))
              .toList();
      means.add(
          new CurvePoint(
              i + 1,
              mean(at, CurvePoint::test),
              mean(at, CurvePoint::validation),
              mean(at, CurvePoint::flippedNoisy),
              mean(at, CurvePoint::flippedTrue)));
    }
    return List.copyOf(means);
  }

  private static OptionalDouble mean(
      List<CurvePoint> points, Function<CurvePoint, OptionalDouble> accuracy) {
    return points.stream().map(accuracy).flatMapToDouble(OptionalDouble::stream).average();
  }
}
