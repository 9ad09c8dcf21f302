package org.noisemark.suite.external;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Network;

/** A network as a program that trains is told of it. */
public final class LayerDescription implements Layer.Visitor<Map<String, Object>> {
  private LayerDescription() {}

  /** Returns a network with its layers and the places of its parameters, as JSON is made of. */
  public static Map<String, Object> of(Network network) {
    var input = network.input();
    return map(
        "name", network.name(),
        "input", List.of(input.channels(), input.height(), input.width()),
        "classes", network.classes(),
        "layers", all(network.layers()),
        "parameters",
            network.layout().segments().stream()
                .map(
                    segment ->
                        map(
                            "name", segment.name(),
                            "kind", segment.kind().name().toLowerCase(Locale.ROOT),
                            "offset", segment.offset(),
                            "shape", segment.shape()))
                .toList());
  }

  private static List<Map<String, Object>> all(List<Layer> layers) {
    return layers.stream().map(layer -> layer.accept(new LayerDescription())).toList();
  }

  @Override
  public Map<String, Object> dense(Layer.Dense layer) {
    return map("type", "dense", "inputs", layer.inputs(), "outputs", layer.outputs());
  }

  @Override
  public Map<String, Object> convolution(Layer.Convolution layer) {
    return map(
        "type", "convolution",
        "inputs", layer.inputs(),
        "outputs", layer.outputs(),
        "kernel", layer.kernel(),
        "stride", layer.stride(),
        "padding", layer.padding(),
        "bias", layer.bias());
  }

  @Override
  public Map<String, Object> batchNormalization(Layer.BatchNormalization layer) {
    return map(
        "type",
        "batch_normalization",
        "channels",
        layer.channels(),
        "epsilon",
        Layer.BatchNormalization.EPSILON,
        "decay",
        Layer.BatchNormalization.DECAY);
  }

  @Override
  public Map<String, Object> layerNormalization(Layer.LayerNormalization layer) {
    return map(
        "type",
        "layer_normalization",
        "channels",
        layer.channels(),
        "epsilon",
        Layer.LayerNormalization.EPSILON);
  }

  @Override
  public Map<String, Object> activation(Layer.Activation layer) {
    return map("type", layer.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Map<String, Object> maxPooling(Layer.MaxPooling layer) {
    return map("type", "max_pooling", "kernel", layer.kernel(), "stride", layer.stride());
  }

  @Override
  public Map<String, Object> globalAveragePooling(Layer.GlobalAveragePooling layer) {
    return map("type", "global_average_pooling");
  }

  @Override
  public Map<String, Object> dropout(Layer.Dropout layer) {
    return map("type", "dropout", "rate", layer.rate());
  }

  @Override
  public Map<String, Object> residual(Layer.Residual layer) {
    return map("type", "residual", "body", all(layer.body()), "shortcut", all(layer.shortcut()));
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
