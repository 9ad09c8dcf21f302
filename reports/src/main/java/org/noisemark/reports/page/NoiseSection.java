package org.noisemark.reports.page;

import java.util.List;
import java.util.Optional;
import org.noisemark.reports.page.PageContent.Level;
import org.noisemark.reports.page.html.Element;

/** Accuracy against the noise rate, and what is gained on SGD, one chart a kind of noise. */
final class NoiseSection implements Section {
  @Override
  public String id() {
    return "noise";
  }

  @Override
  public String title() {
    return "Accuracy against noise";
  }

  @Override
  public String lead() {
    return "Test accuracy after the last epoch over the nominal noise rate, and its difference to"
        + " SGD, paired by seed; bars are 95 % intervals. Methods stand a little aside of each"
        + " other so that bars do not hide.";
  }

  @Override
  public List<Element> body(Shown shown) {
    List<Setting> settings = shown.content().settings();
    return settings.stream()
        .flatMap(setting -> block(shown, setting, "noise-" + settings.indexOf(setting)).stream())
        .toList();
  }

  private static Optional<Element> block(Shown shown, Setting setting, String id) {
    List<Element> figures =
        kinds(setting).stream()
            .flatMap(
                kind -> {
                  List<Level> levels =
                      setting.levels().stream()
                          .filter(level -> level.clean() || level.noise().equals(kind))
                          .toList();
                  String part = id + "-" + kinds(setting).indexOf(kind);
                  return List.of(NoiseChart.ACCURACY, NoiseChart.VERSUS_SGD).stream()
                      .flatMap(chart -> chart.figure(shown, setting, kind, levels, part).stream());
                })
            .toList();
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            shown
                .block(setting)
                .add(shown.looks().legend(setting))
                .add(Element.of("div").style("pairs").add(figures)));
  }

  private static List<String> kinds(Setting setting) {
    return setting.levels().stream()
        .filter(level -> level.rate() > 0)
        .map(Level::noise)
        .distinct()
        .toList();
  }
}
