package org.noisemark.reports.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** index.html at the root of a site: leads to the newest version and lists them all. */
final class SiteIndex {
  static final String FILE = "index.html";

  private SiteIndex() {}

  /**
   * @param versions at least 1
   */
  static byte[] html(List<Version> versions) {
    var html = new StringBuilder();
    html.append(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="refresh" content="0; url=latest/index.html">
        <title>noisemark results</title>
        </head>
        <body>
        <main>
        <h1>noisemark results</h1>
        <p><a href="latest/index.html">The newest version</a></p>
        <ul>
        """);
    versions.stream()
        .sorted(Comparator.reverseOrder())
        .forEach(
            version ->
                html.append(
                    String.format(
                        Locale.ROOT,
                        "<li><a href=\"%1$s/index.html\">%1$s</a>, <a href=\"%1$s/CHANGES.md\">changes</a></li>\n",
                        version)));
    html.append(
        """
        </ul>
        </main>
        </body>
        </html>
        """);
    return html.toString().getBytes(UTF_8);
  }
}
