package org.noisemark.reports.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Markdown text line by line, with tables of GitHub's dialect. */
public final class Markdown {
  private final StringBuilder text = new StringBuilder();

  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  public void title(String title) {
    line("# " + escape(title));
  }

  public void heading(String heading) {
    line("");
    line("## " + escape(heading));
    line("");
  }

  /** The head of a table whose first columns hold words and the others numbers. */
  public void head(int words, List<String> names) {
    row(names.stream());
    row(
        Stream.concat(
            Stream.generate(() -> "---").limit(words),
            Stream.generate(() -> "---:").limit(names.size() - words)));
  }

  public void row(Stream<String> cells) {
    var escaped = new ArrayList<String>();
    cells.forEach(cell -> escaped.add(cell.replace("|", "\\|")));
    line("| " + String.join(" | ", escaped) + " |");
  }

  public void line(String line) {
    text.append(line).append('\n');
  }

  /** Text from records cannot make Markdown or HTML of its own. */
  public static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
  }
}
