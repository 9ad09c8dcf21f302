package org.noisemark.reports.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as every file of ours has it: snake_case names, sorted; the same value gives the same bytes
 * on every JVM. Numbers that JSON lacks are the strings "NaN", "INF" and "-INF".
 */
public final class Json {
  private static final PropertyNamingStrategy NAMES = PropertyNamingStrategies.SNAKE_CASE;
  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  /** Pretty-printed, sorted, ending in one line feed. */
  public static byte[] pretty(Object value) {
    var indent = new DefaultIndenter("  ", "\n");
    String text =
        MAPPER
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(indent))
            .writeValueAsString(value);
    return (text + "\n").getBytes(UTF_8);
  }

  /** On one line without spaces, sorted: what is hashed and what stands in a table's cell. */
  public static String canonical(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** On one line without spaces, a map's entries as they come. */
  public static String inOrder(Object value) {
    return MAPPER
        .writer()
        .without(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .writeValueAsString(value);
  }

  /** Returns the components of a record by the names that they have in files, sorted. */
  public static SortedMap<String, Object> fields(Record value) {
    return MAPPER.convertValue(value, new TypeReference<TreeMap<String, Object>>() {});
  }

  /** Returns the name that a component of a record has. */
  static String name(RecordComponent component) {
    return NAMES.nameForField(null, null, component.getName());
  }

  /**
   * Reads any JSON.
   *
   * @throws IllegalArgumentException with one line that says what is wrong, and where
   */
  public static JsonNode tree(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(JsonFault.message(e), e);
    }
  }

  /**
   * Reads a record strictly: no unknown, missing, repeated or wrongly typed field. Only what is
   * {@code @Nullable} may be null; it may be absent, too, which says the same, so that files from
   * before it existed are read.
   *
   * @throws IllegalArgumentException with one line that says what is wrong, and with which field
   */
  public static <T extends Record> T read(byte[] bytes, Class<T> type) {
    return value(tree(bytes), type);
  }

  /** Likewise of what is parsed already; what is absent becomes null in it. */
  static <T extends Record> T value(JsonNode tree, Class<T> type) {
    if (!tree.isObject()) {
      throw new IllegalArgumentException("expected a JSON object");
    }
    RecordFields.settle(tree, type);
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(JsonFault.message(e, tree), e);
    }
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
