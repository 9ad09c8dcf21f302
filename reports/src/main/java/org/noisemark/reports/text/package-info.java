/**
 * Boards for a terminal and as Markdown. Numbers are rounded here, for people, and nowhere before.
 */
package org.noisemark.reports.text;
