package org.noisemark.suite.training;

import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Split;
import org.noisemark.noise.NoisyLabels;

/**
 * What a cell trains on. Immutable by agreement, and shared by all cells of one data set and noise.
 *
 * @param labels of the whole official training set
 * @param split of the same set, the same for every noise
 * @param memorisation rows of the training part on which memorisation is measured, ascending
 */
public record PreparedData(Dataset dataset, NoisyLabels labels, Split split, int[] memorisation) {}
