package org.noisemark.suite.checkpoint;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.noisemark.reports.records.RunRecord;

/**
 * A cell in training, between two steps.
 *
 * @param state all but long arrays
 * @param vectors the parameters, and what else the optimizer carries on, [parameters] each
 * @param statistics running ones of batch normalization
 * @param stepSeconds of each step
 * @param kept parameters that stay beside the record, as float32, by epoch
 */
public record Checkpoint(
    State state,
    List<double[]> vectors,
    double[] statistics,
    double[] stepSeconds,
    SortedMap<Integer, float[]> kept) {
  /**
   * @param runId of the cell
   * @param environment that it was trained in: bits are the same in the same one alone
   * @param program that trained it
   * @param startedAt when its first process began with it
   * @param resumed how often it was resumed so far
   * @param step number of the next step, from 0
   * @param variables that the optimizer carries on
   * @param random state of the optimizer's random numbers, Base64, likewise the next
   * @param furtherRandom that of batches drawn beside the epoch's
   * @param furtherBatches how many of them were drawn
   * @param curve of the epochs that are over
   */
  public record State(
      String runId,
      RunRecord.Environment environment,
      RunRecord.Program program,
      Instant startedAt,
      int resumed,
      Position position,
      long step,
      List<Double> variables,
      String random,
      String furtherRandom,
      long furtherBatches,
      List<RunRecord.Epoch> curve,
      Spent spent) {}
}
