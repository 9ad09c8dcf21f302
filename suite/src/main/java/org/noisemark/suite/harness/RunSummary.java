package org.noisemark.suite.harness;

/**
 * What became of a plan.
 *
 * @param trained cells trained to the end now
 * @param kept cells whose record was there before, or was written by another run meanwhile
 * @param failed cells of both kinds whose status is not ok
 * @param interrupted whether cells are left because the run was stopped
 */
public record RunSummary(int trained, int kept, int failed, boolean interrupted) {}
