/**
 * Results as a site: a folder a suite, in it one a version, what changed from one to the next, and
 * the newest as {@code latest}; an index over all. Reads and writes files only.
 */
package org.noisemark.reports.publish;
