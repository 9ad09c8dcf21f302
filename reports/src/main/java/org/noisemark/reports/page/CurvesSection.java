package org.noisemark.reports.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.noisemark.reports.page.PageContent.Level;
import org.noisemark.reports.page.chart.Axis;
import org.noisemark.reports.page.chart.CurvePanel;
import org.noisemark.reports.page.chart.Description;
import org.noisemark.reports.page.chart.Ticks;
import org.noisemark.reports.page.html.Element;

/** Learning curves, a row of panels a noise and a panel a method. */
final class CurvesSection implements Section {
  private static final Ticks PERCENT = Ticks.enclosing(0, 100, 5);

  @Override
  public String id() {
    return "curves";
  }

  @Override
  public String title() {
    return "Learning curves and memorisation";
  }

  @Override
  public String lead() {
    return "Means over the seeds of the runs that ended well. Memorisation sets in, at the flagged"
        + " line, at the first epoch from which on the accuracy on flipped labels against the wrong"
        + " label rises while the test accuracy falls, neither coming back to where it was, if over"
        + " seeds the 95 % intervals of both changes up to the last epoch leave 0 out.";
  }

  @Override
  public List<Element> body(Shown shown) {
    var blocks = new java.util.ArrayList<Element>();
    blocks.add(Quantity.legend());
    List<Setting> settings = shown.content().settings();
    for (Setting setting : settings) {
      Element block = shown.block(setting);
      for (Level level : setting.levels()) {
        String id =
            "curves-%d-%d".formatted(settings.indexOf(setting), setting.levels().indexOf(level));
        block.add(level(shown, setting, level, id));
      }
      blocks.add(block);
    }
    return blocks;
  }

  private static Element level(Shown shown, Setting setting, Level level, String id) {
    List<Entry> entries = setting.at(level);
    Element panels = Element.of("div").style("panels");
    for (Entry entry : entries) {
      panels.add(panel(shown, entry, id + "-" + entries.indexOf(entry)));
    }
    Element group = Element.of("div").style("curves");
    group.add(Element.of(shown.content().settings().size() == 1 ? "h3" : "h4", level.label()));
    group.add(panels).add(Grid.folded("Table", List.of(CurveNumbers.of(shown, setting, level))));
    return shown.under(group, level);
  }

  private static Element panel(Shown shown, Entry entry, String id) {
    Element figure = Element.of("figure").style("panel");
    Element caption = Element.of("figcaption").add(shown.looks().name(entry.method()));
    if (entry.curve().isEmpty()) {
      return figure.add(caption).add(Element.of("p", "No run ended well."));
    }
    Optional<Memorisation> found = Memorisation.of(entry.curve());
    Optional<Memorisation> onset = found.filter(one -> one.isTold(entry.curves()));
    String told =
        found.map(one -> told(one, onset.isPresent())).orElseGet(() -> absence(entry.curve()));
    int last = entry.curve().get(entry.curve().size() - 1).epoch();
    var chart =
        CurvePanel.of(
            new Description(
                id,
                "Learning curves of %s under %s".formatted(entry.method(), entry.level().label()),
                told),
            new Axis("Epoch", Ticks.counting(last, 4), Figures::tick),
            new Axis("Accuracy, %", PERCENT, Figures::tick),
            Quantity.traces(entry.curve()),
            onset.map(one -> OptionalInt.of(one.epoch())).orElse(OptionalInt.empty()));
    return figure.add(caption).add(chart).add(Element.of("p", told));
  }

  private static String told(Memorisation onset, boolean told) {
    String changes =
        "epoch %d: %s points memorised, %s test"
            .formatted(
                onset.epoch(), Figures.points(onset.gained()), Figures.points(-onset.lost()));
    return told ? "Memorises from " + changes : "Not told from chance: from " + changes;
  }

  private static String absence(List<CurvePoint> curve) {
    return curve.stream().allMatch(point -> point.flippedNoisy().isEmpty())
        ? "No flipped label was followed."
        : "Memorisation does not set in.";
  }
}
