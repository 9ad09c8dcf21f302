/**
 * Prepares, trains and records cells. What happens to a cell stands in its record, whatever it is.
 */
package org.noisemark.suite.harness;
