package org.noisemark.machine;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.noisemark.engine.nvidia.Card;
import org.noisemark.engine.nvidia.EnergyCounter;

/** Energy of an NVIDIA card, by the first way to read its counter that the build carries. */
record CardMeter(Card card, EnergyCounter counter, double startJoules) implements EnergyMeter {
  /** One a card and process: a counter may poll. */
  private static final Map<Card, Optional<EnergyCounter>> COUNTERS = new ConcurrentHashMap<>();

  static EnergyMeter start(Optional<Card> card) {
    var counter = card.flatMap(each -> COUNTERS.computeIfAbsent(each, CardMeter::open));
    return counter.isPresent() ? start(card.get(), counter.get()) : NONE;
  }

  private static Optional<EnergyCounter> open(Card card) {
    return ServiceLoader.load(EnergyCounter.Provider.class).stream()
        .flatMap(provider -> provider.get().of(card).stream())
        .findFirst();
  }

  static EnergyMeter start(Card card, EnergyCounter counter) {
    try {
      return new CardMeter(card, counter, counter.joules());
    } catch (IOException e) {
      return NONE;
    }
  }

  @Override
  public OptionalDouble joules() {
    try {
      return OptionalDouble.of(counter.joules() - startJoules);
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  @Override
  public String method() {
    return counter.method();
  }

  @Override
  public String scope() {
    return "gpu " + card.index() + ": " + card.name();
  }
}
