package org.noisemark.engine;

/**
 * Images where an engine reads them. They belong to the model that loaded them and are released
 * with it.
 */
public interface Examples {
  /** Returns the number of images; batches refer to them as rows 0 to count − 1. */
  int count();
}
