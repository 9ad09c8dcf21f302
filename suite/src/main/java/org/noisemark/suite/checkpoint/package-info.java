/**
 * What is kept of a cell in training, so that a stopped process costs minutes: the state between
 * two steps, and the file that holds it. Knows nothing of how a cell is trained.
 */
@NullMarked
package org.noisemark.suite.checkpoint;

import org.jspecify.annotations.NullMarked;
