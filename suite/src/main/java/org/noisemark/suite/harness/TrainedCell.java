package org.noisemark.suite.harness;

import java.util.SortedMap;
import org.noisemark.reports.records.RunRecord;

/**
 * What training a cell gives.
 *
 * @param parameters in the canonical order, by the epoch after which they were kept
 */
public record TrainedCell(RunRecord record, SortedMap<Integer, float[]> parameters) {}
