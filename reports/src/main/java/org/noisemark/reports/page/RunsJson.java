package org.noisemark.reports.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.records.RunRecord.Environment;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.text.ForPeople;

/**
 * The runs that the page refers to, as its script reads them: column by column, so that thousands
 * stay small. Texts that repeat stand once, in a list that the columns count.
 */
final class RunsJson {
  private final Shown shown;
  private final List<Run> runs;
  private final List<Map.Entry<String, Environment>> machines;
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> indices = new HashMap<>();

  private RunsJson(Shown shown) {
    this.shown = shown;
    runs = shown.numbers().runs();
    machines = Run.environments(runs);
  }

  /** To be called last: when everything else that refers to a run stands. */
  static Map<String, Object> of(Shown shown) {
    return new RunsJson(shown).json();
  }

  private Map<String, Object> json() {
    List<String> ids = machines.stream().map(Map.Entry::getKey).toList();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", column(run -> run.record().runId()));
    json.put("seed", column(run -> run.record().cell().seed()));
    json.put("noiseSeed", column(run -> run.record().cell().noise().seed()));
    json.put("status", column(run -> index(run.record().status().label())));
    json.put("detail", column(run -> index(run.record().statusDetail())));
    json.put("accuracy", column(RunsJson::accuracy));
    json.put("machine", column(run -> ids.indexOf(run.environmentId())));
    json.put("commit", column(run -> index(run.record().program().gitCommit())));
    json.put("startedAt", column(run -> run.record().startedAt().getEpochSecond()));
    json.put("groups", groups());
    json.put("machines", machines.stream().map(RunsJson::machine).toList());
    json.put("texts", texts);
    return json;
  }

  private List<?> column(Function<Run, ?> value) {
    return runs.stream().map(value).toList();
  }

  /** After the last epoch; empty for a failed run. */
  private static String accuracy(Run run) {
    Accuracy accuracy = run.record().accuracy();
    return accuracy == null ? "" : Figures.percent(accuracy.last());
  }

  private static List<String> machine(Map.Entry<String, Environment> row) {
    Environment machine = row.getValue();
    return List.of(row.getKey(), ForPeople.environment(machine));
  }

  /** First run, setting, noise, method and hyper-parameters of each stretch of equal ones. */
  private List<List<Integer>> groups() {
    Map<Run, List<Integer>> told = told();
    var groups = new ArrayList<List<Integer>>();
    List<Integer> before = null;
    for (int number = 0; number < runs.size(); number++) {
      List<Integer> own = told.get(runs.get(number));
      if (own != before) {
        groups.add(Stream.concat(Stream.of(number), own.stream()).toList());
      }
      before = own;
    }
    return groups;
  }

  /** What is told of all runs of a standing. */
  private Map<Run, List<Integer>> told() {
    var told = new IdentityHashMap<Run, List<Integer>>();
    runs.forEach(run -> told.put(run, List.of()));
    for (Board board : shown.boards()) {
      for (NoiseLevel level : board.levels()) {
        for (Board.Row row : board.rows()) {
          Standing standing = row.standings().get(level);
          if (standing != null && standing.runs().stream().anyMatch(told::containsKey)) {
            List<Integer> own =
                Stream.of(
                        shown.title(board),
                        level.label(),
                        row.label(),
                        standing.method().hyperparametersJson())
                    .map(this::index)
                    .toList();
            standing.runs().forEach(run -> told.replace(run, own));
          }
        }
      }
    }
    return told;
  }

  private int index(String text) {
    return indices.computeIfAbsent(
        text,
        added -> {
          texts.add(added);
          return texts.size() - 1;
        });
  }
}
