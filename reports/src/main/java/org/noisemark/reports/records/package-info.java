/**
 * The file format of a run: its record, JSON, id, order and digests, and how files are written.
 * Knows nothing of comparisons between runs.
 */
package org.noisemark.reports.records;
