package org.noisemark.reports.page.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An element of HTML or SVG; attributes and children keep the order they were given in. */
public final class Element implements Node {
  private static final Set<String> VOID = Set.of("br", "input", "link", "meta");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Node> children = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  public static Element of(String name) {
    if (!name.matches("[a-zA-Z][a-zA-Z0-9]*")) {
      throw new IllegalArgumentException("no name of an element: " + name);
    }
    return new Element(name);
  }

  /** An element that holds a text and nothing else. */
  public static Element of(String name, String text) {
    return of(name).text(text);
  }

  /**
   * @throws IllegalArgumentException if the name is none, or was given before
   */
  public Element with(String attribute, String value) {
    if (!attribute.matches("[a-zA-Z][-a-zA-Z0-9]*")) {
      throw new IllegalArgumentException("no name of an attribute: " + attribute);
    }
    if (attributes.putIfAbsent(attribute, value) != null) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "<%s> has %s twice", name, attribute));
    }
    return this;
  }

  /** A coordinate or length. */
  public Element with(String attribute, double value) {
    return with(attribute, Coordinate.text(value));
  }

  /** An attribute without a value, where the condition holds. */
  public Element flag(String attribute, boolean holds) {
    return holds ? with(attribute, "") : this;
  }

  public Element style(String names) {
    return with("class", names);
  }

  public Element text(String text) {
    return add(new Text(text));
  }

  public Element add(Node child) {
    if (VOID.contains(name)) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, "<%s> holds nothing", name));
    }
    children.add(child);
    return this;
  }

  public Element add(Collection<? extends Node> more) {
    more.forEach(this::add);
    return this;
  }

  @Override
  public void write(StringBuilder markup) {
    markup.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          markup.append(' ').append(attribute);
          if (!value.isEmpty()) {
            markup.append("=\"").append(Escape.html(value)).append('"');
          }
        });
    markup.append('>');
    if (!VOID.contains(name)) {
      children.forEach(child -> child.write(markup));
      markup.append("</").append(name).append('>');
    }
  }

  @Override
  public String toString() {
    var markup = new StringBuilder();
    write(markup);
    return markup.toString();
  }
}
