/**
 * Whether a candidate's results may replace a baseline's: read, paired by seed, tested, told. What
 * cannot be compared is a finding, never passed over; the same two folders give the same bytes.
 */
package org.noisemark.reports.gate;
