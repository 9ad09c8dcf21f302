/** Measurements in the formats of dashboards that follow them from one commit to the next. */
package org.noisemark.reports.export;
