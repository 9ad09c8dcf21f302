package org.noisemark.suite.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads one YAML document, strictly: no key twice, no alias, nothing after it. */
public final class YamlReader {
  /** ".5", "-.5e-3": without a digit before the point. */
  private static final Pattern FRACTION = Pattern.compile("[-+]?\\.[0-9]+([eE][-+]?[0-9]+)?");

  private static final YAMLFactory FACTORY =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final String document;
  private final YAMLParser parser;

  private YamlReader(String file, String document, YAMLParser parser) {
    this.file = file;
    this.document = document;
    this.parser = parser;
  }

  /**
   * @param file name for messages
   * @throws IllegalArgumentException if the text is not such a document
   */
  public static Yaml read(String file, String text) {
    try (var parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
      var reader = new YamlReader(file, text, parser);
      if (parser.nextToken() == null) {
        throw new IllegalArgumentException(file + " is empty");
      }
      var value = reader.value("");
      if (parser.nextToken() != null) {
        throw reader.wrong("a second document starts here, expected one");
      }
      return value;
    } catch (JacksonException e) {
      var location = e.getLocation();
      String where = location == null ? "" : ", line " + location.getLineNr();
      throw new IllegalArgumentException(file + where + ": " + oneLine(e.getOriginalMessage()), e);
    }
  }

  private Yaml value(String path) {
    if (parser.isCurrentAlias()) {
      throw wrong("aliases (*" + parser.getString() + ") are not read, write the value out");
    }
    int line = parser.currentTokenLocation().getLineNr();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(path, line);
      case START_ARRAY -> sequence(path, line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Yaml.Scalar(path, line, number());
      case VALUE_TRUE -> new Yaml.Scalar(path, line, true);
      case VALUE_FALSE -> new Yaml.Scalar(path, line, false);
      case VALUE_NULL -> new Yaml.Scalar(path, line, "");
      default -> new Yaml.Scalar(path, line, plain());
    };
  }

  private Yaml mapping(String path, int line) {
    var entries = new LinkedHashMap<String, Yaml>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      entries.put(key, value(path.isEmpty() ? key : path + "." + key));
    }
    return new Yaml.Mapping(path, line, entries);
  }

  private Yaml sequence(String path, int line) {
    var items = new ArrayList<Yaml>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path + "[" + items.size() + "]"));
    }
    return new Yaml.Sequence(path, line, items);
  }

  /** Returns what a scalar means in YAML 1.2's core schema where the parser takes it for text. */
  private Object plain() {
    String text = parser.getString();
    if (isQuoted()) {
      return text;
    }
    if (FRACTION.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    return switch (text) {
      case "True", "TRUE" -> true;
      case "False", "FALSE" -> false;
      default -> text;
    };
  }

  private boolean isQuoted() {
    long start = parser.currentTokenLocation().getCharOffset();
    char first = start >= 0 && start < document.length() ? document.charAt((int) start) : ' ';
    return first == '"' || first == '\'';
  }

  private Number number() {
    return switch (parser.getNumberType()) {
      case INT -> parser.getIntValue();
      case LONG -> parser.getLongValue();
      case BIG_INTEGER -> throw wrong("the number " + parser.getString() + " is too large");
      default -> parser.getDoubleValue();
    };
  }

  private IllegalArgumentException wrong(String message) {
    int line = parser.currentTokenLocation().getLineNr();
    return new IllegalArgumentException(file + ", line " + line + ": " + message);
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s+", " ");
  }
}
