package org.noisemark.reports.page.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ElementTest {
  private static final String ALPHABET = "<>&\"'= /ab;#x0\u202f\u00e9\n\t\ud83d\ude00-!\\`";

  /** What an XML parser reads back is what was put in, whatever it is. */
  @Test
  void textAndAttributesReadBackAsTheyWere() throws Exception {
    var random = RandomSource.XO_SHI_RO_256_PP.create(1);
    for (int i = 0; i < 500; i++) {
      var text = new StringBuilder("x");
      for (int length = random.nextInt(12); length > 0; length--) {
        int[] characters = ALPHABET.codePoints().toArray();
        text.appendCodePoint(characters[random.nextInt(characters.length)]);
      }
      String markup =
          Element.of("p").with("title", text.toString()).text(text.toString()).toString();
      var read =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(markup)))
              .getDocumentElement();
      assertEquals(text.toString(), read.getTextContent());
      // XML makes line ends and tabs in attributes spaces; HTML does not.
      assertEquals(text.toString().replaceAll("[\n\t]", " "), read.getAttribute("title"));
      assertEquals(0, read.getElementsByTagName("*").getLength());
    }
  }

  @Test
  void whatHtmlForbidsIsReplaced() {
    assertEquals("<b>\ufffd\ufffda</b>", Element.of("b", "\u0000\u009fa").toString());
    assertEquals("<b>\ufffd</b>", Element.of("b", "\ud800").toString());
  }

  @Test
  void jsonCannotCloseItsScript() {
    String json = Element.of("script").add(Verbatim.json("</script><!--")).toString();
    assertEquals("<script>\"\\u003c/script>\\u003c!--\"</script>", json);
  }

  @Test
  void refusesWhatWouldBreakOut() {
    assertThrows(IllegalArgumentException.class, () -> Element.of("p onload"));
    assertThrows(IllegalArgumentException.class, () -> Element.of("p").with("a b", ""));
    assertThrows(IllegalArgumentException.class, () -> Element.of("p").with("a", "").with("a", ""));
    assertThrows(IllegalArgumentException.class, () -> Element.of("br").text("held"));
  }

  @Test
  void elementsKeepTheirOrder() {
    assertEquals(
        "<p id=\"a\" hidden>one<br><i>two</i></p>",
        Element.of("p")
            .with("id", "a")
            .flag("hidden", true)
            .flag("open", false)
            .text("one")
            .add(Element.of("br"))
            .add(Element.of("i", "two"))
            .toString());
  }

  @Test
  void coordinatesAreShortAndFinite() {
    assertEquals("12.3", Coordinate.text(12.3456));
    assertEquals("0", Coordinate.text(-0.04));
    assertEquals("100", Coordinate.text(100));
    assertFalse(Coordinate.text(1e7).contains("E"));
    assertThrows(IllegalArgumentException.class, () -> Coordinate.text(Double.NaN));
  }
}
