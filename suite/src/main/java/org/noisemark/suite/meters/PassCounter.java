package org.noisemark.suite.meters;

import org.noisemark.optim.Cost;
import org.noisemark.suite.checkpoint.Spent;

/** Counts what the passes of one training cost. */
public final class PassCounter {
  private double gradients;
  private double forwards;
  private long samples;
  private long flops;

  /** Counts a step over a mini-batch. */
  public void step(int batchSize) {
    samples += batchSize;
  }

  /**
   * Counts a gradient.
   *
   * @param batchSize of the step that asks for it
   * @param flopsPerImage of one gradient
   */
  public void gradient(int examples, int batchSize, long flopsPerImage) {
    gradients += (double) examples / batchSize;
    forwards += (double) examples / batchSize;
    flops += flopsPerImage * examples;
  }

  /** Counts a forward pass without a gradient, likewise. */
  public void forward(int examples, int batchSize, long flopsPerImage) {
    gradients += Cost.FORWARD * examples / batchSize;
    forwards += (double) examples / batchSize;
    flops += Math.round(Cost.FORWARD * flopsPerImage * examples);
  }

  /** Begins with what was counted before, in another process. */
  public void restore(Spent before) {
    gradients = before.gradients();
    forwards = before.forwards();
    samples = before.samples();
    flops = before.flops();
  }

  /** Returns the gradients over one mini-batch, parts of one included. */
  public double gradients() {
    return gradients;
  }

  /** Returns the forward passes over one mini-batch, likewise. */
  public double forwards() {
    return forwards;
  }

  /**
   * Counts what a program that trains has told of its steps.
   *
   * @param forwardPasses those of gradients included
   * @param examples seen, counted once a step
   */
  public void told(
      double gradientEvaluations, double forwardPasses, long examples, long operations) {
    gradients += gradientEvaluations;
    forwards += forwardPasses;
    samples += examples;
    flops += operations;
  }

  /**
   * Returns the gradients over one mini-batch that all passes come to, to the nearest whole number:
   * one over m times as many examples counts m, a forward pass alone {@link Cost#FORWARD}.
   */
  public long gradientEvaluations() {
    return Math.round(gradients);
  }

  /** Returns the forward passes over one mini-batch, those of gradients included, likewise. */
  public long forwardPasses() {
    return Math.round(forwards);
  }

  /** Returns the training examples seen, counted once a step. */
  public long samples() {
    return samples;
  }

  public long flops() {
    return flops;
  }
}
