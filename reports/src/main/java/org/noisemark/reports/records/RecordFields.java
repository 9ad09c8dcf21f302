package org.noisemark.reports.records;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields that a record's JSON has: its components, of which some are {@code @Nullable}. */
final class RecordFields {
  private static final Pattern ONE_LINE = Pattern.compile("\\p{Cntrl}");
  private static final Field ANY = new Field(false, Object.class);
  private static final Place ROOT = new Place(null, null, 0);

  /** They would steer the terminal on which a report is shown. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

  private record Field(boolean nullable, Type type) {}

  /**
   * Where a value stands; put into words only if there is something to say of it.
   *
   * @param within what; null for the root
   * @param name in an object; null for an element of an array
   * @param index in an array
   */
  private record Place(@Nullable Place within, @Nullable String name, int index) {
    @Override
    public String toString() {
      if (within == null) {
        return "";
      }
      String path = within.toString();
      return name == null
          ? path + "[" + index + "]"
          : path + (path.isEmpty() ? "" : ".") + ONE_LINE.matcher(name).replaceAll(" ");
    }
  }

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
   * Refuses unknown fields, nulls that may not be, and control characters; what may be null and is
   * absent becomes null.
   *
   * @throws IllegalArgumentException with one line that names the field
   */
  static void settle(JsonNode tree, Class<? extends Record> type) {
    settle(ROOT, tree, type);
  }

  private static void settle(Place place, JsonNode node, Type type) {
    if (node.isNull()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "field \"%s\" may not be null", place));
    }
    if (node.isString() && CONTROL.matcher(node.stringValue()).find()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "field \"%s\" holds a control character, expected plain text", place));
    }
    if (node.isArray()) {
      Type held = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
      for (int i = 0; i < node.size(); i++) {
        settle(new Place(place, null, i), node.get(i), held);
      }
    } else if (node instanceof ObjectNode object) {
      object(place, object, type);
    }
  }

  private static void object(Place place, ObjectNode object, Type type) {
    Map<String, Field> fields = type instanceof Class<?> one ? FIELDS.get(one) : Map.of();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      Field field = fields.isEmpty() ? ANY : fields.get(name);
      if (field == null) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "unknown field \"%s\"%s, expected one of %s",
                new Place(place, name, 0),
                Nearest.hint(name, fields.keySet()),
                fields.keySet()));
      }
      if (!entry.getValue().isNull() || !field.nullable) {
        settle(new Place(place, name, 0), entry.getValue(), field.type);
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
