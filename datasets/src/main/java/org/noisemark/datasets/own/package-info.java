/**
 * Data of the user's own: examples read from a path, in formats that are found by name, cut into a
 * training and a test part and standardized by the training part. Knows no published data set.
 */
package org.noisemark.datasets.own;
