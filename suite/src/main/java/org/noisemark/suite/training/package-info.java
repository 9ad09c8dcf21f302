/**
 * Prepares and trains one cell: data set, noise, model, steps, evaluation, record. What happens to
 * a cell stands in its record, whatever it is. Knows nothing of plans, folders and workers.
 */
package org.noisemark.suite.training;
