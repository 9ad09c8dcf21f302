package org.noisemark.reports.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.boards.Resolution;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.statistics.Estimate;

/**
 * summary.json: what each board can tell, for programs. Ratios are 0–1; null is not known, such as
 * an interval of one seed.
 */
public final class SummaryJson {
  private SummaryJson() {}

  public static byte[] of(Derived derived) {
    return Json.pretty(
        Map.of("boards", derived.boards().stream().map(SummaryJson::board).toList()));
  }

  private static Map<String, Object> board(Board board) {
    Resolution resolution = board.resolution();
    var fields = new LinkedHashMap<String, Object>(Json.fields(board.setting()));
    fields.put("reference", resolution.reference());
    fields.put("memorises", resolution.memorises());
    fields.put("pairs_total", resolution.pairs());
    fields.put("pairs_told_apart_total", resolution.toldApart());
    fields.put(
        "smallest_difference_ratio",
        resolution.smallestDifference().isPresent()
            ? resolution.smallestDifference().getAsDouble()
            : null);
    fields.put(
        "seeds_for_one_point",
        resolution.seedsForOnePoint().isPresent()
            ? resolution.seedsForOnePoint().getAsInt()
            : null);
    fields.put("noises", levels(resolution));
    return fields;
  }

  private static List<Map<String, Object>> levels(Resolution resolution) {
    return resolution.levels().stream()
        .map(
            level -> {
              var fields = new LinkedHashMap<String, Object>();
              fields.put("noise", level.level().noise());
              fields.put("noise_rate", level.level().rate());
              fields.put(
                  "flipped_noisy_accuracy_final_ratio",
                  level.memorised().map(Estimate::mean).orElse(null));
              fields.put(
                  "chance_ratio", level.chance().isPresent() ? level.chance().getAsDouble() : null);
              fields.put("pairs_total", level.pairs());
              fields.put("pairs_told_apart_total", level.toldApart());
              return (Map<String, Object>) fields;
            })
        .toList();
  }
}
