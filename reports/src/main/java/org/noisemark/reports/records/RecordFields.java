package org.noisemark.reports.records;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields that a record's JSON has: its components, of which some are {@code @Nullable}. */
final class RecordFields {
  private record Field(boolean nullable, Type type) {}

  private static final ClassValue<Map<String, Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
          var fields = new TreeMap<String, Field>();
          if (type.isRecord()) {
            for (RecordComponent each : type.getRecordComponents()) {
              boolean nullable = each.getAnnotatedType().isAnnotationPresent(Nullable.class);
              fields.put(Json.name(each), new Field(nullable, each.getGenericType()));
            }
          }
          return fields;
        }
      };

  private RecordFields() {}

  /**
   * Refuses unknown fields, and nulls that may not be; what may be null and is absent becomes null.
   *
   * @throws IllegalArgumentException with one line that names the field
   */
  static void settle(JsonNode tree, Class<? extends Record> type) {
    settle("", tree, type);
  }

  private static void settle(String path, JsonNode node, Type type) {
    if (node.isNull()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "field \"%s\" may not be null", path));
    }
    if (node.isArray()) {
      Type held = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
      for (int i = 0; i < node.size(); i++) {
        settle(path + "[" + i + "]", node.get(i), held);
      }
    } else if (node instanceof ObjectNode object) {
      object(path.isEmpty() ? "" : path + ".", object, type);
    }
  }

  private static void object(String path, ObjectNode object, Type type) {
    Map<String, Field> fields = type instanceof Class<?> one ? FIELDS.get(one) : Map.of();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      Field field = fields.getOrDefault(name, new Field(false, Object.class));
      if (!fields.isEmpty() && !fields.containsKey(name)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "unknown field \"%s\"%s, expected one of %s",
                path + name,
                Nearest.hint(name, fields.keySet()),
                fields.keySet()));
      }
      if (!entry.getValue().isNull() || !field.nullable) {
        settle(path + name, entry.getValue(), field.type);
      }
    }
    fields.forEach(
        (name, field) -> {
          if (field.nullable && !object.has(name)) {
            object.putNull(name);
          }
        });
  }
}
