package org.noisemark.suite.training;

import java.util.Optional;
import java.util.SortedMap;
import org.noisemark.reports.records.RunRecord;

/**
 * What training a cell gives.
 *
 * @param parameters in the canonical order, by the epoch after which they were kept
 * @param logits the last ones of a program of the user's; empty where an engine trained
 */
public record TrainedCell(
    RunRecord record, SortedMap<Integer, float[]> parameters, Optional<float[]> logits) {}
