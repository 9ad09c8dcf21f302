package org.noisemark.reports.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.noisemark.reports.page.PageContent.Draw;
import org.noisemark.reports.page.PageContent.Level;
import org.noisemark.reports.page.html.Element;

/** The noisy labels that were drawn, as transition matrices. */
final class LabelsSection implements Section {
  @Override
  public String id() {
    return "labels";
  }

  @Override
  public String title() {
    return "Labels that were drawn";
  }

  @Override
  public String lead() {
    return "Transition matrices of the training set: of each true class (down), the share and the"
        + " number of labels that were given as each class (across). Every optimizer and training"
        + " seed that shares a noise seed is given the same labels.";
  }

  @Override
  public List<Element> body(Shown shown) {
    record Key(String dataset, Level level) {}
    var groups =
        shown.content().draws().stream()
            .filter(draw -> !draw.level().clean())
            .collect(
                groupingBy(
                    draw -> new Key(draw.dataset(), draw.level()), LinkedHashMap::new, toList()));
    boolean several = shown.content().draws().stream().map(Draw::dataset).distinct().count() > 1;
    if (groups.isEmpty()) {
      return List.of();
    }
    Element matrices = Element.of("div").style("matrices");
    groups.forEach(
        (key, draws) -> {
          String prefix = several ? key.dataset() + ", " : "";
          matrices.add(block(shown, prefix + key.level().label(), draws));
        });
    return List.of(matrices);
  }

  private static Element block(Shown shown, String heading, List<Draw> draws) {
    Draw first = draws.get(0);
    Element block =
        Element.of("div")
            .style("block")
            .with("data-dataset", first.dataset())
            .add(Element.of("h3", heading))
            .add(TransitionTable.of(heading, first));
    if (draws.size() > 1) {
      block.add(Grid.folded("All %d draws".formatted(draws.size()), List.of(list(heading, draws))));
    }
    return shown.under(block, first.level());
  }

  private static Element list(String heading, List<Draw> draws) {
    String caption = "Draws of " + heading;
    Element head = Element.of("tr").add(Grid.sortable("Noise seed", true));
    head.add(Grid.sortable("Flipped, %", true));
    head.add(Element.of("th", "SHA-256 of the labels").with("scope", "col"));
    Element body = Element.of("tbody");
    for (Draw draw : draws) {
      body.add(
          Element.of("tr")
              .add(
                  Grid.number(OptionalDouble.of(draw.noiseSeed()), Long.toString(draw.noiseSeed())))
              .add(
                  Grid.number(
                      OptionalDouble.of(draw.effectiveRate()),
                      Figures.percent(draw.effectiveRate())))
              .add(Element.of("td").add(Element.of("code", draw.labelsSha256()))));
    }
    return Grid.scrolling(
        caption, Grid.table(caption).add(Element.of("thead").add(head)).add(body));
  }
}
