package org.noisemark.reports.records;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON form of a run record: snake_case names, sorted; the same record gives the same bytes on
 * every JVM. Numbers that JSON lacks are the strings "NaN", "INF" and "-INF".
 */
public final class RunJson {
  private static final PropertyNamingStrategy NAMES = PropertyNamingStrategies.SNAKE_CASE;

  /** Paths of the fields that may be null. */
  private static final Set<String> NULLABLE = nullable("", RunRecord.class);

  private static final JsonMapper MAPPER = mapper();

  private RunJson() {}

  /** Pretty-printed, sorted, ending in one line feed. */
  public static byte[] pretty(Object value) {
    var indent = new DefaultIndenter("  ", "\n");
    String text =
        MAPPER
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(indent))
            .writeValueAsString(value);
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** On one line without spaces, sorted: what is hashed and what stands in a table's cell. */
  public static String canonical(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * Reads strictly: no unknown, missing, repeated or wrongly typed field. Only a field that may be
   * null may be absent, which says the same, so that records from before it existed are read.
   *
   * @throws IllegalArgumentException with one line that says what is wrong, and with which field
   */
  public static RunRecord read(byte[] bytes) {
    try {
      JsonNode tree = MAPPER.readTree(bytes);
      if (!tree.isObject()) {
        throw new IllegalArgumentException("not a run record: a JSON object was expected");
      }
      checkFormat(tree.get("format"));
      checkNulls("", tree);
      NULLABLE.forEach(field -> addAbsent(tree, field));
      return MAPPER.treeToValue(tree, RunRecord.class);
    } catch (UnrecognizedPropertyException e) {
      throw new IllegalArgumentException(
          "unknown field \"%s\", expected one of %s"
              .formatted(path(e), new TreeSet<>(e.getKnownPropertyIds())),
          e);
    } catch (UnexpectedEndOfInputException e) {
      throw new IllegalArgumentException(
          "cut short: the file ends within line %d".formatted(e.getLocation().getLineNr()), e);
    } catch (MismatchedInputException e) {
      if (e.getPath().isEmpty()) {
        throw new IllegalArgumentException("something follows the end of the record", e);
      }
      throw new IllegalArgumentException(
          "field \"%s\": %s".formatted(path(e), oneLine(e.getOriginalMessage())), e);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new IllegalArgumentException(
          "not valid JSON (line %d, column %d): %s"
              .formatted(at.getLineNr(), at.getColumnNr(), oneLine(e.getOriginalMessage())),
          e);
    }
  }

  /**
   * Reads another kind of file as strictly.
   *
   * @throws IllegalArgumentException with one line that says what is wrong, and with which field
   */
  public static <T> T value(byte[] bytes, Class<T> type) {
    try {
      return MAPPER.readValue(bytes, type);
    } catch (JacksonException e) {
      String field = path(e).isEmpty() ? "" : "field \"%s\": ".formatted(path(e));
      throw new IllegalArgumentException(field + oneLine(e.getOriginalMessage()), e);
    }
  }

  private static void checkFormat(JsonNode format) {
    if (format == null || !format.isInt()) {
      throw new IllegalArgumentException(
          "field \"format\" is missing; a run record of format %d was expected"
              .formatted(RunRecord.FORMAT));
    }
    if (format.intValue() != RunRecord.FORMAT) {
      throw new IllegalArgumentException(
          "format version %d, but this program reads version %d"
              .formatted(format.intValue(), RunRecord.FORMAT));
    }
  }

  private static void checkNulls(String path, JsonNode node) {
    if (node.isNull() && !NULLABLE.contains(path)) {
      throw new IllegalArgumentException("field \"%s\" may not be null".formatted(path));
    }
    if (node.isArray()) {
      node.forEach(element -> checkNulls(path, element));
    }
    node.properties()
        .forEach(
            field ->
                checkNulls(
                    path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                    field.getValue()));
  }

  private static void addAbsent(JsonNode node, String field) {
    int dot = field.indexOf('.');
    if (node.isArray()) {
      node.forEach(element -> addAbsent(element, field));
    } else if (dot >= 0) {
      addAbsent(node.path(field.substring(0, dot)), field.substring(dot + 1));
    } else if (node instanceof ObjectNode object && !object.has(field)) {
      object.putNull(field);
    }
  }

  private static Set<String> nullable(String path, Type type) {
    var fields = new TreeSet<String>();
    Type held = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    if (held instanceof Class<?> record && record.isRecord()) {
      for (RecordComponent component : record.getRecordComponents()) {
        String field = path + NAMES.nameForField(null, null, component.getName());
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          fields.add(field);
        }
        fields.addAll(nullable(field + ".", component.getGenericType()));
      }
    }
    return fields;
  }

  private static String path(JacksonException e) {
    var path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  private static String oneLine(String message) {
    return message
        .replaceFirst("^Missing creator property .*", "missing")
        .replaceAll("\\(but (could|might) if .*|\\s+", " ")
        .strip();
  }

  private static JsonMapper mapper() {
    var factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Double.toString is not the shortest form before Java 19.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    return JsonMapper.builder(factory)
        .addModule(FieldTypes.module())
        .propertyNamingStrategy(NAMES)
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                List.of(
                        CoercionInputShape.Integer,
                        CoercionInputShape.Float,
                        CoercionInputShape.Boolean)
                    .forEach(shape -> config.setCoercion(shape, CoercionAction.Fail)))
        .build();
  }
}
