/** The section of learning curves, and where in one memorisation sets in. */
package org.noisemark.reports.page.curves;
