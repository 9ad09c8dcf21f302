package org.noisemark.suite.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * What a training has taken so far, each step once: what was lost with a process that was stopped
 * is not in it.
 *
 * @param trainNanoseconds and the others by activity
 * @param gradients over one mini-batch, a forward pass alone as a part of one
 * @param forwards over one mini-batch
 * @param samples training examples seen
 * @param flops analytic
 * @param cpuJoules null where not read
 * @param gpuJoules null where not read
 */
public record Spent(
    long trainNanoseconds,
    long evalNanoseconds,
    long dataNanoseconds,
    long otherNanoseconds,
    double gradients,
    double forwards,
    long samples,
    long flops,
    @Nullable Double cpuJoules,
    @Nullable Double gpuJoules) {}
