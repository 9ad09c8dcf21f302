/**
 * The results as one self-contained HTML page, written from the boards: the same results give the
 * same bytes.
 */
package org.noisemark.reports.page;
