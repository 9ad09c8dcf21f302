/**
 * Means and their intervals over seeds. Every function is pure: the same numbers in the same order
 * give the same interval.
 */
package org.noisemark.reports.statistics;
