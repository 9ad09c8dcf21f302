package org.noisemark.reports.page;

import static org.noisemark.reports.page.Listing.Column.number;
import static org.noisemark.reports.page.Listing.Column.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.CostToTarget;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.boards.EqualGradientEvaluations;
import org.noisemark.reports.boards.PublishedResult;
import org.noisemark.reports.boards.Robustness;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.PageContent.Level;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Labels;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.text.ForPeople;

/** The boards beside the leaderboard as index.html lists them. */
final class PageListings {
  /** Whether data set and network must be told; with one setting, the page's head does. */
  private final boolean several;

  private final Function<List<Run>, PageContent.Runs> positions;

  private PageListings(
      Collection<Setting> settings, Function<List<Run>, PageContent.Runs> positions) {
    this.several = settings.stream().distinct().count() > 1;
    this.positions = positions;
  }

  /**
   * @param positions where runs stand on the page
   */
  static List<Listing> of(Derived derived, Function<List<Run>, PageContent.Runs> positions) {
    var lists = new PageListings(derived.boards().stream().map(Board::setting).toList(), positions);
    var levels = derived.runs().stream().map(Run::level).distinct().sorted().toList();
    return List.of(
        lists.equalCost(derived.equalGradientEvaluations()),
        lists.robustness(derived.robustness(), levels),
        lists.costToTarget(derived.costToTarget()),
        PageOverall.aggregate(derived.aggregate(), positions),
        PageMeasurements.listing(derived.groups(), positions),
        PageOverall.published(derived.published(), PublishedResult.all().size(), positions));
  }

  private Listing equalCost(List<EqualGradientEvaluations.Row> rows) {
    Map<Method, String> labels = labels(rows.stream().map(row -> row.equalCost().method()));
    return new Listing(
        "equal-cost",
        "Equal gradient evaluations",
        "Methods that take equally many gradient evaluations, within 1 %, ranked against each"
            + " other; a method without a rival of its cost is left out.",
        columns(List.of("Optimizer"), "Gradient evaluations", "Rank", "Last epoch", "Against SGD"),
        rows.stream()
            .filter(row -> row.equalCost().rank().isPresent())
            .map(
                row -> {
                  Standing standing = row.equalCost();
                  return row(
                      standing,
                      Cell.text(labels.get(standing.method())),
                      Cell.number(row.budget(), 0),
                      Cell.number(standing.rank().getAsInt()),
                      Cell.percent(standing.accuracy()),
                      versusSgd(standing.method(), standing.versusReference()));
                })
            .toList());
  }

  private Listing robustness(List<Robustness.Row> rows, List<NoiseLevel> levels) {
    Map<Method, String> labels = labels(rows.stream().map(Robustness.Row::method));
    return new Listing(
        "robustness",
        "Robustness over noise rates",
        "Area under the curve of final test accuracy against nominal rate, divided by the range of"
            + " rates; accuracy at the highest rate; drop from clean labels. In percent, with the"
            + " difference to SGD of as many epochs, paired by seed.",
        columns(
            List.of("Rates", "Optimizer"),
            "Area",
            "Against SGD",
            "At the highest rate",
            "Against SGD",
            "Drop from clean",
            "Against SGD"),
        rows.stream()
            .map(
                row ->
                    new Listing.Row(
                        row.setting().dataset(),
                        row.setting().network(),
                        PageSetting.engine(row.setting()),
                        levels.stream()
                            .filter(level -> level.clean() || level.noise().equals(row.noise()))
                            .map(PageModel::level)
                            .toList(),
                        Optional.of(positions.apply(row.runs())),
                        cells(
                            row.setting(),
                            row.noise(),
                            Cell.text(rates(row.rates())),
                            Cell.text(labels.get(row.method())),
                            Cell.percent(row.area().own()),
                            versusSgd(row.method(), row.area().versusReference()),
                            Cell.percent(row.worst().own()),
                            versusSgd(row.method(), row.worst().versusReference()),
                            Cell.percent(row.drop().own()),
                            versusSgd(row.method(), row.drop().versusReference()))))
            .toList());
  }

  private Listing costToTarget(List<CostToTarget.Row> rows) {
    Map<Method, String> labels = labels(rows.stream().map(row -> row.standing().method()));
    return new Listing(
        "cost-to-target",
        "Cost to reach a target accuracy",
        "Median cost up to the first epoch at or above the target, SGD's mean final accuracy"
            + " under the same noise or 95 % of that; a run that never gets there is a miss, which counts"
            + " as infinite. No method may stop there: it takes the test set to know.",
        columns(
            List.of("Optimizer", "Target"),
            "Accuracy",
            "Runs that reached it",
            "Gradient evaluations",
            "× SGD",
            "× PSAM",
            "Seconds",
            "× SGD",
            "× PSAM"),
        rows.stream()
            .sorted(
                Comparator.comparing((CostToTarget.Row row) -> row.standing().setting())
                    .thenComparing(row -> row.standing().level())
                    .thenComparing(CostToTarget.Row::target, Comparator.reverseOrder())
                    .thenComparing(row -> row.standing().method()))
            .map(
                row ->
                    row(
                        row.standing(),
                        Stream.concat(
                                Stream.of(
                                    Cell.text(labels.get(row.standing().method())),
                                    Cell.text(target(row.target())),
                                    Cell.percent(row.accuracy(), Optional.empty()),
                                    new Cell(
                                        "%d of %d"
                                            .formatted(row.reached(), row.standing().runs().size()),
                                        "",
                                        OptionalDouble.of(row.reached()))),
                                Stream.of(Metric.GRADIENT_EVALUATIONS, Metric.TRAIN_TIME)
                                    .flatMap(measure -> measured(row, measure)))
                            .toArray(Cell[]::new)))
            .toList());
  }

  private static String target(CostToTarget.Target target) {
    return switch (target) {
      case FINAL -> "SGD's final";
      case FINAL_95_PERCENT -> "95 % of SGD's";
    };
  }

  /** "0 % to 60 %". */
  private static String rates(List<Double> rates) {
    return Stream.of(rates.get(0), rates.get(rates.size() - 1))
        .map(rate -> ForPeople.fixed(100 * rate, 0) + " %")
        .distinct()
        .collect(Collectors.joining(" to "));
  }

  private Stream<Cell> measured(CostToTarget.Row row, Metric measure) {
    int decimals = measure == Metric.GRADIENT_EVALUATIONS ? 0 : 1;
    return Stream.of(
        Cell.number(row.median(measure), decimals),
        multiple(row, measure, "sgd"),
        multiple(row, measure, "psam"));
  }

  private Cell multiple(CostToTarget.Row row, Metric measure, String optimizer) {
    Cell multiple = Cell.number(row.ratio(measure, optimizer), 2);
    return row.reference(optimizer)
        .map(others -> Run.both(row.standing().runs(), others))
        .map(runs -> multiple.from(positions.apply(runs)))
        .orElse(multiple);
  }

  /** Data set, network and noise before the given columns. */
  private List<Listing.Column> columns(List<String> words, String... numbers) {
    var columns = new ArrayList<Listing.Column>();
    (several ? Stream.of("Data set", "Network", "Noise") : Stream.of("Noise"))
        .forEach(name -> columns.add(text(name)));
    words.forEach(name -> columns.add(text(name)));
    Stream.of(numbers).forEach(name -> columns.add(number(name)));
    return List.copyOf(columns);
  }

  private Listing.Row row(Standing standing, Cell... rest) {
    Setting setting = standing.setting();
    List<Level> level = List.of(PageModel.level(standing.level()));
    return new Listing.Row(
        setting.dataset(),
        setting.network(),
        PageSetting.engine(setting),
        level,
        Optional.of(positions.apply(standing.runs())),
        cells(setting, standing.level().label(), rest));
  }

  private List<Cell> cells(Setting setting, String noise, Cell... rest) {
    Stream<String> leading =
        several ? Stream.of(setting.dataset(), setting.network(), noise) : Stream.of(noise);
    return Stream.concat(leading.map(Cell::text), Stream.of(rest)).toList();
  }

  private Cell versusSgd(Method method, Optional<Difference> difference) {
    return method.optimizer().equals("sgd")
        ? Cell.text("reference")
        : difference
            .map(
                found ->
                    Cell.points(found.estimate().mean(), found.estimate().interval())
                        .from(positions.apply(found.runs())))
            .orElseGet(() -> Cell.percent(OptionalDouble.empty()));
  }

  private static Map<Method, String> labels(Stream<Method> methods) {
    Collection<Method> distinct = methods.distinct().toList();
    return Labels.of(distinct);
  }
}
