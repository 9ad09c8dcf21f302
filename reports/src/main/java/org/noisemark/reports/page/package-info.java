/**
 * The results as one self-contained HTML page. Knows no run record: it shows what a {@link
 * org.noisemark.reports.page.PageContent} says, and the same content gives the same bytes.
 */
package org.noisemark.reports.page;
