package org.noisemark.reports.page.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.noisemark.reports.records.Json;

/** What stands inside {@code <script>} and {@code <style>}, where nothing is unescaped. */
public final class Verbatim implements Node {
  private final String content;

  private Verbatim(String content) {
    this.content = content;
  }

  /** A resource that ships with a class. */
  public static Verbatim resource(Class<?> owner, String name) {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      return new Verbatim(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name, e);
    }
  }

  /** A value as JSON that cannot close the element it stands in. */
  public static Verbatim json(Object value) {
    return new Verbatim(Json.inOrder(value).replace("<", "\\u003c"));
  }

  @Override
  public void write(StringBuilder markup) {
    markup.append(content);
  }
}
