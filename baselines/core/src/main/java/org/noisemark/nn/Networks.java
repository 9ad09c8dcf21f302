package org.noisemark.nn;

import java.util.Map;
import org.noisemark.plugin.Registry;
import org.noisemark.plugin.Values;

/** The networks by name. */
public final class Networks {
  /** All that ship, and those of the plug-ins. */
  public static final Registry<NetworkDefinition> REGISTRY =
      Registry.ofDefinitions(NetworkDefinition.class, "network");

  private Networks() {}

  /**
   * Describes the network of that name for images of a shape, with its default hyper-parameters.
   *
   * @throws IllegalArgumentException if there is none of that name, or it does not fit the images
   */
  public static Network named(String name, Shape input, int classes) {
    return named(name, Map.of(), input, classes);
  }

  /**
   * Likewise, with some hyper-parameters given.
   *
   * @throws IllegalArgumentException also if one of them is unknown or out of range
   */
  public static Network named(String name, Map<String, ?> given, Shape input, int classes) {
    var definition = REGISTRY.named(name);
    var values = Values.of(definition, given);
    return new Network(name, input, classes, definition.layers(input, classes, values));
  }
}
