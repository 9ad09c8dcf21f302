/**
 * Boards as CSV with a description of every column, and the data package that lists them. Computes
 * nothing that is not written in one column.
 */
package org.noisemark.reports.tables;
