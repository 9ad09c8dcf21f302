/**
 * Boards as CSV with a description of every column. Computes nothing that is not written in one
 * column.
 */
package org.noisemark.reports.tables;
