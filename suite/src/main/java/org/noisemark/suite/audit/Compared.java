package org.noisemark.suite.audit;

import java.util.Objects;

/** One thing that was compared between two runs; null where there is none. */
public record Compared(String what, Object recorded, Object again) {
  public boolean same() {
    return Objects.equals(recorded, again);
  }
}
