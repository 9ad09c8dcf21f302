package org.noisemark.reports.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.noisemark.reports.page.CostEntry.Figure;
import org.noisemark.reports.page.html.Element;

/** What an optimizer costs against PSAM and what that buys; then costs against SGD, SAM, PSAM. */
final class CostSection implements Section {
  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String title() {
    return "Cost";
  }

  @Override
  public String lead() {
    return "Means per run over all noises and seeds, as multiples of PSAM's, beside the accuracy"
        + " that they buy: the difference to PSAM in percentage points, paired by seed, with its"
        + " 95 % interval; in colour where that leaves 0 out.";
  }

  @Override
  public List<Element> body(Shown shown) {
    return shown.content().settings().stream()
        .map(
            setting ->
                shown.block(setting).add(againstPsam(shown, setting)).add(relative(shown, setting)))
        .toList();
  }

  private static Element againstPsam(Shown shown, Setting setting) {
    if (setting.entries().stream().noneMatch(entry -> entry.optimizer().equals("psam"))) {
      return Element.of("p", "PSAM was not run here: there is nothing to hold the others against.");
    }
    List<CostKind> kinds = measured(setting);
    String caption = "Against PSAM: what it costs, and the accuracy it buys";
    Element groups =
        groups(
            List.of("Cost, × PSAM", "Test accuracy − PSAM's, points"),
            List.of(kinds.size(), setting.levels().size()));
    Element head = Element.of("tr").add(Grid.sortable("Optimizer", false));
    kinds.forEach(kind -> head.add(Grid.sortable(shown.label(kind), true)));
    setting
        .levels()
        .forEach(level -> head.add(shown.under(Grid.sortable(level.label(), true), level)));
    Element body = Element.of("tbody");
    for (CostEntry cost : setting.costs()) {
      Element row = Element.of("tr").add(Grid.row(shown.looks().name(cost.method())));
      for (CostKind kind : kinds) {
        row.add(times(cost, kind, "psam"));
      }
      for (PageContent.Level level : setting.levels()) {
        row.add(shown.under(bought(setting, cost, level), level));
      }
      body.add(row);
    }
    return Grid.scrolling(
        caption + ": " + setting.title(),
        Grid.table(caption)
            .style("stacked")
            .add(Element.of("thead").add(groups).add(head))
            .add(body));
  }

  /** Of a method that is tuned to each noise, a row a setting: what was run under this noise. */
  private static Element bought(Setting setting, CostEntry cost, PageContent.Level level) {
    return setting.at(level).stream()
        .filter(entry -> cost.runs().contains(entry.runs()))
        .findFirst()
        .map(
            entry ->
                entry.optimizer().equals("psam")
                    ? Grid.number(OptionalDouble.of(0), "reference")
                    : entry.versusPsam().map(Grid::difference).orElseGet(Grid::absent))
        .orElseGet(Grid::absent);
  }

  private static Element relative(Shown shown, Setting setting) {
    List<CostKind> kinds = measured(setting);
    String caption = "A run's mean cost, and as a multiple of SGD's, SAM's and PSAM's";
    Element head = Element.of("tr").add(Grid.sortable("Optimizer", false));
    head.add(Grid.sortable("Runs", true));
    var widths = new ArrayList<Integer>(List.of(1));
    var headings = new ArrayList<String>(List.of(""));
    for (CostKind kind : kinds) {
      headings.add(shown.label(kind));
      widths.add(4);
      for (String heading : List.of("mean", "× SGD", "× SAM", "× PSAM")) {
        head.add(Grid.sortable(heading, true));
      }
    }
    Element body = Element.of("tbody");
    for (CostEntry cost : setting.costs()) {
      Element row = Element.of("tr").add(Grid.row(shown.looks().name(cost.method())));
      int runs = cost.runs().positions().size();
      row.add(
          Grid.number(OptionalDouble.of(runs), Grid.opening(cost.runs(), Integer.toString(runs))));
      for (CostKind kind : kinds) {
        row.add(mean(cost, kind, decimals(setting, kind)));
        CostEntry.REFERENCES.forEach(optimizer -> row.add(times(cost, kind, optimizer)));
      }
      body.add(row);
    }
    return Grid.scrolling(
        caption + ": " + setting.title(),
        Grid.table(caption)
            .add(Element.of("thead").add(groups(headings, widths)).add(head))
            .add(body));
  }

  private static Element groups(List<String> headings, List<Integer> widths) {
    Element row = Element.of("tr").style("groups").add(Element.of("td"));
    for (int i = 0; i < headings.size(); i++) {
      Element cell =
          headings.get(i).isEmpty()
              ? Element.of("td")
              : Element.of("th", headings.get(i)).with("scope", "colgroup");
      row.add(cell.with("colspan", widths.get(i).toString()));
    }
    return row;
  }

  private static Element mean(CostEntry cost, CostKind kind, int decimals) {
    Figure figure = cost.figures().get(kind);
    return figure == null
        ? Grid.absent()
        : Grid.number(
            OptionalDouble.of(figure.mean()),
            Grid.opening(cost.runs(), Figures.fixed(figure.mean(), decimals)));
  }

  private static Element times(CostEntry cost, CostKind kind, String optimizer) {
    return Optional.ofNullable(cost.figures().get(kind))
        .map(figure -> figure.multiples().get(optimizer))
        .map(
            multiple ->
                Grid.number(
                    OptionalDouble.of(multiple),
                    Grid.opening(cost.compared().get(optimizer), Figures.fixed(multiple, 2))))
        .orElseGet(Grid::absent);
  }

  private static int decimals(Setting setting, CostKind kind) {
    return Figures.decimals(
        setting.costs().stream()
            .filter(cost -> cost.figures().containsKey(kind))
            .mapToDouble(cost -> cost.figures().get(kind).mean())
            .max()
            .orElse(0));
  }

  private static List<CostKind> measured(Setting setting) {
    return Arrays.stream(CostKind.values())
        .filter(kind -> setting.costs().stream().anyMatch(cost -> cost.figures().containsKey(kind)))
        .toList();
  }
}
