/** How often a gate errs: changes planted in records, and what it says of them. */
package org.noisemark.reports.gate.calibration;
