package org.noisemark.reports.page;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunRecord.Labels;
import org.noisemark.reports.results.Run;

/** The noisy labels that were drawn, as transition matrices. */
final class LabelsSection implements Section {
  private static final int MOST_DRAWS = 100;

  @Override
  public String id() {
    return "labels";
  }

  @Override
  public String title() {
    return "Labels that were drawn";
  }

  @Override
  public String lead(Shown shown) {
    return "Transition matrices of the training set: of each true class (down), the share and the"
        + " number of labels that were given as each class (across). Every optimizer and training"
        + " seed that shares a noise seed is given the same labels.";
  }

  @Override
  public List<Element> body(Shown shown) {
    record Key(String dataset, NoiseLevel level) {}
    List<Run> drawn = shown.runs().stream().filter(run -> run.record().labels() != null).toList();
    boolean several = drawn.stream().map(run -> run.setting().dataset()).distinct().count() > 1;
    var groups =
        drawn.stream()
            .filter(run -> !run.level().clean())
            .sorted(
                comparing((Run run) -> run.setting().dataset())
                    .thenComparing(Run::level)
                    .thenComparingLong(LabelsSection::seed))
            .collect(
                groupingBy(
                    run -> new Key(run.setting().dataset(), run.level()),
                    LinkedHashMap::new,
                    toList()));
    if (groups.isEmpty()) {
      return List.of();
    }
    Element matrices = Element.of("div").style("matrices");
    groups.forEach(
        (key, runs) -> {
          String prefix = several ? key.dataset() + ", " : "";
          matrices.add(block(shown, prefix + key.level().label(), distinct(runs)));
        });
    return List.of(matrices);
  }

  /** The first run of each draw, by its seed. */
  private static List<Run> distinct(List<Run> runs) {
    record Draw(long seed, String labels) {}
    var draws = new LinkedHashMap<Draw, Run>();
    runs.forEach(
        run -> draws.putIfAbsent(new Draw(seed(run), run.record().labels().sha256()), run));
    return List.copyOf(draws.values());
  }

  private static long seed(Run run) {
    return run.record().cell().noise().seed();
  }

  private static Element block(Shown shown, String heading, List<Run> draws) {
    Run first = draws.get(0);
    Element block =
        Element.of("div")
            .style("block")
            .with("data-dataset", first.setting().dataset())
            .add(Element.of("h3", heading))
            .add(TransitionTable.of(heading, first));
    if (draws.size() > 1) {
      String fold =
          draws.size() <= MOST_DRAWS
              ? String.format(Locale.ROOT, "All %d draws", draws.size())
              : String.format(
                  Locale.ROOT, "%d of %d draws; runs.csv has all", MOST_DRAWS, draws.size());
      block.add(
          Grid.folded(fold, List.of(list(heading, draws.stream().limit(MOST_DRAWS).toList()))));
    }
    return shown.under(block, first.level());
  }

  private static Element list(String heading, List<Run> draws) {
    String caption = "Draws of " + heading;
    Element head = Element.of("tr").add(Grid.sortable("Noise seed", true));
    head.add(Grid.sortable("Flipped, %", true));
    head.add(Element.of("th", "SHA-256 of the labels").with("scope", "col"));
    Element body = Element.of("tbody");
    for (Run run : draws) {
      Labels draw = run.record().labels();
      body.add(
          Element.of("tr")
              .add(Grid.number(seed(run), Long.toString(seed(run))))
              .add(Grid.number(draw.effectiveRate(), Figures.percent(draw.effectiveRate())))
              .add(Element.of("td").add(Element.of("code", draw.sha256()))));
    }
    return Grid.scrolling(
        caption, Grid.table(caption).add(Element.of("thead").add(head)).add(body));
  }
}
