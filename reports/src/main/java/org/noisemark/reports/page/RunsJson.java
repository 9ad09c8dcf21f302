package org.noisemark.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The runs as the page's script reads them, column by column, so that thousands stay small: texts
 * that repeat stand once, in lists that the columns count.
 */
final class RunsJson {
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> indices = new TreeMap<>();

  private RunsJson() {}

  static Map<String, Object> of(PageContent content) {
    return new RunsJson().json(content);
  }

  private Map<String, Object> json(PageContent content) {
    List<PageContent.Run> runs = content.runs();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", runs.stream().map(PageContent.Run::id).toList());
    json.put("seed", runs.stream().map(PageContent.Run::seed).toList());
    json.put("noiseSeed", runs.stream().map(PageContent.Run::noiseSeed).toList());
    json.put("status", runs.stream().map(run -> index(run.status())).toList());
    json.put("detail", runs.stream().map(run -> index(run.detail())).toList());
    json.put(
        "accuracy",
        runs.stream()
            .map(
                run ->
                    run.accuracy().isPresent() ? Figures.percent(run.accuracy().getAsDouble()) : "")
            .toList());
    json.put("machine", runs.stream().map(PageContent.Run::machine).toList());
    json.put("startedAt", runs.stream().map(run -> run.startedAt().getEpochSecond()).toList());
    json.put("groups", groups(content));
    json.put(
        "machines",
        content.machines().stream()
            .map(machine -> List.of(machine.id(), machine.text(), machine.commit()))
            .toList());
    json.put("texts", texts);
    return json;
  }

  /** First run, setting, noise, method and hyper-parameters of each entry, by first run. */
  private List<List<Integer>> groups(PageContent content) {
    var groups = new TreeMap<Integer, List<Integer>>();
    for (Setting setting : content.settings()) {
      for (Entry entry : setting.entries()) {
        groups.put(
            entry.runs().first(),
            List.of(
                entry.runs().first(),
                index(setting.title()),
                index(entry.level().label()),
                index(entry.method()),
                index(entry.hyperparameters())));
      }
    }
    return List.copyOf(groups.values());
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
