/**
 * Results as a site: a folder a version, what changed from one to the next, and the newest as
 * {@code latest}. Reads and writes files only.
 */
package org.noisemark.reports.publish;
