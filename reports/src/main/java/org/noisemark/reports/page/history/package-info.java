/** The page of a history: accuracy and cost over commits. Nothing but that page is made here. */
package org.noisemark.reports.page.history;
