package org.noisemark.reports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Markdown text line by line, with tables of GitHub's dialect. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  void title(String title) {
    line("# " + escape(title));
  }

  void heading(String heading) {
    line("");
    line("## " + escape(heading));
    line("");
  }

  void subheading(String heading) {
    line("");
    line("### " + escape(heading));
    line("");
  }

  /** The head of a table whose first columns hold words and the others numbers. */
  void head(int words, List<String> names) {
    row(names.stream());
    row(
        Stream.concat(
            Stream.generate(() -> "---").limit(words),
            Stream.generate(() -> "---:").limit(names.size() - words)));
  }

  void row(Stream<String> cells) {
    var escaped = new ArrayList<String>();
    cells.forEach(cell -> escaped.add(cell.replace("|", "\\|")));
    line("| " + String.join(" | ", escaped) + " |");
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  /** Text from records cannot make Markdown or HTML of its own. */
  static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
  }
}
