package org.noisemark.datasets;

import java.io.IOException;
import java.util.Map;

/** Turns the unpacked files of a data set, by file name, into images and labels. */
@FunctionalInterface
interface DatasetReader {
  /**
   * @throws IOException in one line that names the file, if one is not of the expected format
   */
  Dataset read(String name, Map<String, Payload> payloads) throws IOException;
}
