package org.noisemark.reports.page;

import java.util.OptionalDouble;

/**
 * Accuracies after an epoch, 0–1; empty where not measured.
 *
 * @param epoch from 1
 * @param test on the test set, clean labels
 * @param validation on the validation split, noisy labels
 * @param flippedNoisy on flipped training examples against the wrong label: memorised
 * @param flippedTrue on flipped training examples against the true label: corrected
 */
public record CurvePoint(
    int epoch,
    OptionalDouble test,
    OptionalDouble validation,
    OptionalDouble flippedNoisy,
    OptionalDouble flippedTrue) {}
