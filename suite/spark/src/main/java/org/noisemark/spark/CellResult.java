package org.noisemark.spark;

import java.io.Serializable;
import java.util.TreeMap;

/**
 * What a task brings back.
 *
 * @param record as it stands in its file
 * @param parameters by the epoch after which they were kept; empty where their files lie already
 *     where the driver wants them
 * @param found whether the record was there before and nothing was trained
 * @param seen whether the executor sees the folder of records
 */
record CellResult(byte[] record, TreeMap<Integer, float[]> parameters, boolean found, boolean seen)
    implements Serializable {}
