package org.noisemark.engine.libtorch;

import java.util.ArrayList;
import java.util.List;

/**
 * A card as the driver describes it.
 *
 * @param capability compute capability times ten: 90 for 9.0
 * @param driver major version of the driver
 */
record NvidiaCard(String name, int capability, int driver) {
  /** Reads the lines that describe a card; leaves out what does not. */
  static List<NvidiaCard> parse(String answer) {
    var cards = new ArrayList<NvidiaCard>();
    for (String line : answer.lines().toList()) {
      String[] fields = line.split("\\s*,\\s*");
      if (fields.length == 3
          && fields[1].matches("\\d+\\.\\d")
          && fields[2].matches("\\d+(\\.\\d+)*")) {
        int capability = Integer.parseInt(fields[1].replace(".", ""));
        int driver = Integer.parseInt(fields[2].split("\\.")[0]);
        cards.add(new NvidiaCard(fields[0].strip(), capability, driver));
      }
    }
    return cards;
  }

  @Override
  public String toString() {
    return name + " (compute capability " + capability / 10 + "." + capability % 10 + ")";
  }
}
