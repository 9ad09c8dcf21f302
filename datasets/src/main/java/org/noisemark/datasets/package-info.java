/**
 * What is trained on: the catalogue of data sets, reading and downloading them, images and labels,
 * splits, batches, augmentation. Knows no engine; pixels stay bytes until a batch is gathered.
 */
package org.noisemark.datasets;
