package org.noisemark.reports.page.parts;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;

/**
 * What of the results fits on the page: of large boards the methods of the best mean rank, and of
 * many seeds the runs that are listed behind a number.
 *
 * @param derived what is shown
 * @param notes a line each on what is left out; none where all is shown
 * @param listed runs that a number opens
 */
public record Excerpt(Derived derived, List<String> notes, Set<Run> listed) {
  /** Pairs of method and noise: each takes some 15 kB, so that these stay below 4 MB. */
  private static final int PAIRS = 250;

  /** Runs that are listed: each takes some 60 bytes. */
  private static final int RUNS = 15_000;

  public static Excerpt of(Derived all) {
    var notes = new ArrayList<String>();
    List<Board> boards = all.standings().size() <= PAIRS ? all.boards() : heads(all.boards());
    Derived derived = boards == all.boards() ? all : within(all, boards);
    int shown = derived.standings().size();
    if (shown < all.standings().size()) {
      notes.add(
          String.format(
                  Locale.ROOT,
                  "Of %d pairs of method and noise, %d are shown: of each board the methods of the best mean",
                  all.standings().size(),
                  shown)
              + " rank. All of them stand in leaderboard.csv beside this page.");
    }
    int each = Math.max(1, RUNS / shown);
    Set<Run> listed = Collections.newSetFromMap(new IdentityHashMap<>());
    derived.standings().forEach(s -> s.runs().stream().limit(each).forEach(listed::add));
    if (derived.standings().stream().anyMatch(standing -> standing.runs().size() > each)) {
      notes.add(
          String.format(
                  Locale.ROOT,
                  "Behind a number, the first %d runs of each method and noise are listed; all of them stand",
                  each)
              + " in runs.csv beside this page.");
    }
    return new Excerpt(derived, List.copyOf(notes), listed);
  }

  /** As many methods of each board as share the pairs there are, the best first. */
  private static List<Board> heads(List<Board> boards) {
    var heads = new ArrayList<Board>();
    int left = PAIRS;
    for (int i = 0; i < boards.size(); i++) {
      Board board = boards.get(i);
      int methods = Math.max(1, left / (boards.size() - i) / board.levels().size());
      List<Board.Row> rows =
          board.rows().stream().sorted(comparingDouble(Excerpt::meanRank)).limit(methods).toList();
      int pairs = rows.stream().mapToInt(row -> row.standings().size()).sum();
      if (pairs <= left) {
        heads.add(board.of(board.rows().stream().filter(rows::contains).toList()));
        left -= pairs;
      }
    }
    return List.copyOf(heads);
  }

  private static double meanRank(Board.Row row) {
    return row.standings().values().stream()
        .mapToInt(standing -> standing.rank().orElse(Integer.MAX_VALUE))
        .average()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static Derived within(Derived all, List<Board> boards) {
    record Entry(Setting setting, Method method) {}
    Set<Standing> standings = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Run> runs = Collections.newSetFromMap(new IdentityHashMap<>());
    var entries = new HashSet<Entry>();
    for (Board board : boards) {
      for (Board.Row row : board.rows()) {
        entries.add(new Entry(board.setting(), row.method()));
        entries.add(new Entry(board.setting().onDataset(""), row.method()));
        for (Standing standing : row.standings().values()) {
          standings.add(standing);
          entries.add(new Entry(board.setting(), standing.method()));
          runs.addAll(standing.runs());
        }
      }
    }
    return new Derived(
        all.runs().stream().filter(runs::contains).toList(),
        all.references(),
        all.standings().stream().filter(standings::contains).toList(),
        all.groups().stream()
            .filter(group -> entries.contains(new Entry(group.setting(), group.method())))
            .toList(),
        all.equalGradientEvaluations().stream()
            .filter(row -> standings.contains(row.equalEpochs()))
            .toList(),
        all.robustness().stream()
            .filter(row -> entries.contains(new Entry(row.setting(), row.method())))
            .toList(),
        all.aggregate().stream()
            .filter(row -> entries.contains(new Entry(row.setting(), row.method())))
            .toList(),
        all.costToTarget().stream().filter(row -> standings.contains(row.standing())).toList(),
        all.published().stream()
            .filter(row -> row.own().map(standings::contains).orElse(true))
            .limit(PAIRS)
            .toList(),
        all.versusReference().stream().filter(row -> standings.contains(row.standing())).toList(),
        all.trials().stream()
            .filter(trial -> entries.contains(new Entry(trial.setting(), trial.method())))
            .toList(),
        boards);
  }
}
