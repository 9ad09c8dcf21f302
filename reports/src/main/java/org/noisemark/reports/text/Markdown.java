package org.noisemark.reports.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown text line by line, with tables of GitHub's dialect. */
public final class Markdown {
  /** What ends a cell, begins an element, or makes a link of what is in brackets. */
  private static final Pattern OWN =
      Pattern.compile("\\||(?<!\\\\)<(?=[A-Za-z!/?])|(?<!\\\\)](?=\\()");

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

  /** Cells may have emphasis and brackets, but no element and no link of their own. */
  public void row(Stream<String> cells) {
    join(cells.map(Markdown::cell));
  }

  /** A row whose first cell is a link. */
  public void row(String text, String target, Stream<String> cells) {
    String link = "[" + escape(text) + "](" + target + ")";
    join(Stream.concat(Stream.of(link), cells.map(Markdown::cell)));
  }

  private void join(Stream<String> cells) {
    line("| " + String.join(" | ", cells.toList()) + " |");
  }

  private static String cell(String text) {
    return OWN.matcher(text).replaceAll("\\\\$0");
  }

  public void line(String line) {
    text.append(line).append('\n');
  }

  /** Text from records cannot make Markdown or HTML of its own. */
  public static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
  }
}
