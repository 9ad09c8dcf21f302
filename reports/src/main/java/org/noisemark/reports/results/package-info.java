/**
 * Runs as they are compared: task, method, metric, price. A run here is a record with what tables
 * derive from it alone, without looking at others.
 */
package org.noisemark.reports.results;
