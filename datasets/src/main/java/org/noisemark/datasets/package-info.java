/**
 * What is trained on: images, labels, their splits and batches. Knows no engine; pixels stay bytes
 * until a batch is gathered.
 */
package org.noisemark.datasets;
