package org.noisemark.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.records.RunRecord.Labels;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.text.ForPeople;

/** What index.html is told of the runs. */
public final class PageModel {
  private final List<Run> runs;
  private final Map<Run, Integer> positions = new IdentityHashMap<>();
  private final List<Map.Entry<String, RunRecord.Environment>> environments;

  private PageModel(List<Run> all) {
    // So that the runs of a method, and of it under one noise, stand together.
    runs =
        all.stream()
            .sorted(
                Comparator.comparing(Run::setting)
                    .thenComparing(Run::method)
                    .thenComparing(Run::level))
            .toList();
    for (int i = 0; i < runs.size(); i++) {
      positions.put(runs.get(i), i);
    }
    environments = Run.environments(all);
  }

  public static PageContent of(Derived derived) {
    var model = new PageModel(derived.runs());
    return model.content(derived.boards(), PageListings.of(derived, model::positions));
  }

  private PageContent content(List<Board> boards, List<Listing> listings) {
    boolean severalSuites =
        boards.stream().map(Board::setting).map(PageModel::suite).distinct().count() > 1;
    return new PageContent(
        ForPeople.suites(runs),
        ForPeople.status(runs),
        new TreeSet<>(runs.stream().map(Run::level).toList())
            .stream().map(PageModel::level).toList(),
        boards.stream()
            .map(
                board ->
                    new PageSetting(board, this::positions)
                        .setting(severalSuites ? ", " + suite(board.setting()) : ""))
            .toList(),
        draws(),
        runs.stream().map(this::run).toList(),
        environments.stream().map(this::machine).toList(),
        prices(),
        ForPeople.failures(runs),
        listings);
  }

  static PageContent.Level level(NoiseLevel level) {
    return new PageContent.Level(level.noise(), level.rate(), level.label());
  }

  private static String suite(Setting setting) {
    return setting.suite() + " " + setting.suiteVersion();
  }

  private PageContent.Runs positions(List<Run> some) {
    return new PageContent.Runs(some.stream().map(positions::get).distinct().sorted().toList());
  }

  private PageContent.Run run(Run run) {
    RunRecord record = run.record();
    Accuracy accuracy = record.accuracy();
    List<String> ids = environments.stream().map(Map.Entry::getKey).toList();
    return new PageContent.Run(
        record.runId(),
        record.cell().seed(),
        record.cell().noise().seed(),
        record.status().label(),
        record.statusDetail(),
        accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy.last()),
        ids.indexOf(run.environmentId()),
        record.startedAt());
  }

  private Optional<PageContent.PriceList> prices() {
    return runs.stream()
        .findFirst() // all have the same
        .flatMap(Run::prices)
        .map(prices -> new PageContent.PriceList(prices.currency(), prices.date()));
  }

  private PageContent.Machine machine(Map.Entry<String, RunRecord.Environment> row) {
    return new PageContent.Machine(
        row.getKey(), ForPeople.environment(row.getValue()), commit(row.getKey()));
  }

  private String commit(String environment) {
    return runs.stream()
        .filter(run -> run.environmentId().equals(environment))
        .map(run -> run.record().program().gitCommit())
        .findFirst()
        .orElse("");
  }

  /** Each once, by data set, noise and seed. */
  private List<PageContent.Draw> draws() {
    Set<String> seen = new HashSet<>();
    var draws = new ArrayList<PageContent.Draw>();
    runs.stream()
        .filter(run -> run.record().labels() != null)
        .sorted(
            Comparator.comparing((Run run) -> run.setting().dataset())
                .thenComparing(Run::level)
                .thenComparingLong(run -> run.record().cell().noise().seed()))
        .forEach(
            run -> {
              Labels noise = run.record().labels();
              long seed = run.record().cell().noise().seed();
              String key =
                  String.join(
                      " ",
                      run.setting().dataset(),
                      run.level().toString(),
                      Long.toString(seed),
                      noise.sha256());
              if (seen.add(key)) {
                draws.add(
                    new PageContent.Draw(
                        run.setting().dataset(),
                        level(run.level()),
                        seed,
                        noise.effectiveRate(),
                        noise.sha256(),
                        noise.transitions()));
              }
            });
    return List.copyOf(draws);
  }
}
