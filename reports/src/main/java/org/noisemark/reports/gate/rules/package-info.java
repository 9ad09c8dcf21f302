/**
 * The rules of a gate as they stand beside a baseline: margins, counters, alarms. Decides nothing.
 */
package org.noisemark.reports.gate.rules;
