package org.noisemark.reports.records;

import java.util.SortedMap;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One text for one configuration: JSON, sorted keys, no spaces, doubles in their shortest form. */
public final class Canonical {
  // Double.toString is not always the shortest before Java 19; this writer is, on every JVM.
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private Canonical() {}

  /**
   * @param configuration maps in it are sorted, too
   */
  public static String json(SortedMap<String, Object> configuration) {
    return MAPPER.writeValueAsString(configuration);
  }
}
