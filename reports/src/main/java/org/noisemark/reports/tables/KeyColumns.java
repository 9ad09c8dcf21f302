package org.noisemark.reports.tables;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Setting;

/** The columns that say what a row is of, in tables of methods. */
final class KeyColumns {
  /** Primary key of a table with the columns {@link #underNoise} and {@link #rest}. */
  static final List<String> UNDER_NOISE =
      key("suite_version", "dataset", "noise", "noise_rate", "network", "optimizer");

  private KeyColumns() {}

  /** Returns the names of a primary key's columns: those first and then those of {@link #rest}. */
  static List<String> key(String... first) {
    return Stream.concat(
            Stream.of(first),
            Stream.of("suite", "engine", "device", "precision", "hyperparameters_json"))
        .toList();
  }

  /** suite_version, dataset, noise, noise_rate, network, optimizer. */
  static <R> List<Column<R>> underNoise(
      Function<R, Setting> setting, Function<R, NoiseLevel> level, Function<R, Method> method) {
    return List.of(
        text("suite_version", "Version of the suite", setting.andThen(Setting::suiteVersion)),
        text("dataset", "Name of the data set", setting.andThen(Setting::dataset)),
        text(
            "noise",
            "Specification of the label noise with its version, or clean",
            level.andThen(NoiseLevel::noise)),
        Column.<R>share("noise_rate", "Nominal noise rate", level.andThen(NoiseLevel::rate))
            .required(),
        text("network", "Name of the network", setting.andThen(Setting::network)),
        text("optimizer", "Name of the optimizer", method.andThen(Method::optimizer)));
  }

  /** suite, engine, device, precision, hyperparameters_json. */
  static <R> List<Column<R>> rest(Function<R, Setting> setting, Function<R, Method> method) {
    return Stream.concat(
            setting(setting).stream(),
            Stream.of(
                text(
                    "hyperparameters_json",
                    "All hyper-parameters, a JSON object with sorted keys",
                    method.andThen(Method::hyperparametersJson))))
        .toList();
  }

  /** suite, engine, device, precision. */
  static <R> List<Column<R>> setting(Function<R, Setting> setting) {
    return List.of(
        text("suite", "Name of the suite", setting.andThen(Setting::suite)),
        text("engine", "Name of the engine", setting.andThen(Setting::engine)),
        text("device", "cpu or cuda", setting.andThen(Setting::device)),
        text("precision", "Type of the numbers trained on", setting.andThen(Setting::precision)));
  }

  static <R> Column<R> text(String name, String description, Function<R, String> value) {
    return Column.<R>string(name, description, value).required();
  }
}
