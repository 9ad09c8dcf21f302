package org.noisemark.reports.page.html;

/** The one place where text becomes markup. */
final class Escape {
  private Escape() {}

  /**
   * Text as it may stand between tags and inside a quoted attribute: markup characters become
   * references, characters that HTML does not allow become U+FFFD.
   */
  static String html(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean allowed(int c) {
    return c >= ' ' && !(c >= 0x7F && c <= 0x9F) && !(c >= 0xD800 && c <= 0xDFFF)
        || c == '\n'
        || c == '\t';
  }
}
