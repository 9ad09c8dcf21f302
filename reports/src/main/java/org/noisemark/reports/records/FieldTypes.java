package org.noisemark.reports.records;

import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** How doubles and statuses stand in JSON: NaN, INF and -INF as strings, lower-case statuses. */
final class FieldTypes {
  private FieldTypes() {}

  static JacksonModule module() {
    return new SimpleModule("run-record")
        .addSerializer(Double.class, new DoubleWriter())
        .addSerializer(Double.TYPE, new DoubleWriter())
        .addDeserializer(Double.class, new DoubleReader())
        .addDeserializer(Double.TYPE, new DoubleReader())
        .addSerializer(RunRecord.Status.class, new StatusWriter())
        .addDeserializer(RunRecord.Status.class, new StatusReader());
  }

  private static final class DoubleWriter extends ValueSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      if (Double.isFinite(value)) {
        out.writeNumber(value.doubleValue());
      } else {
        out.writeString(Numbers.text(value));
      }
    }
  }

  private static final class DoubleReader extends ValueDeserializer<Double> {
    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken().isNumeric()) {
        return in.getDoubleValue();
      }
      if (in.hasToken(JsonToken.VALUE_STRING)) {
        switch (in.getString()) {
          case "NaN":
            return Double.NaN;
          case "INF":
            return Double.POSITIVE_INFINITY;
          case "-INF":
            return Double.NEGATIVE_INFINITY;
          default:
        }
      }
      return context.reportInputMismatch(
          Double.class, "expected a number, \"NaN\", \"INF\" or \"-INF\"");
    }
  }

  private static final class StatusWriter extends ValueSerializer<RunRecord.Status> {
    @Override
    public void serialize(RunRecord.Status value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.label());
    }
  }

  private static final class StatusReader extends ValueDeserializer<RunRecord.Status> {
    @Override
    public RunRecord.Status deserialize(JsonParser in, DeserializationContext context) {
      String name = in.getString();
      for (RunRecord.Status status : RunRecord.Status.values()) {
        if (status.label().equals(name)) {
          return status;
        }
      }
      return context.reportInputMismatch(
          RunRecord.Status.class,
          "unknown status \"%s\", expected one of %s",
          name,
          Arrays.toString(RunRecord.Status.values()).toLowerCase(Locale.ROOT));
    }
  }
}
