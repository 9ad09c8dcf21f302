/**
 * From run records to leaderboards, timing and cost. Reads files only, so that anyone can rebuild
 * every table without an engine on the class path; a derived file is a pure function of {@code
 * cells/}.
 */
package org.noisemark.reports;
